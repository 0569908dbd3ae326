package se.skolkvalitet.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.DoubleStream;

/** What nobody who takes a file of JSON in can save: going through its tokens once. */
final class JsonTokens {
    private static final int TIMES = 3;
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamReadFeature.AUTO_CLOSE_SOURCE).build();

    private JsonTokens() {}

    /** The best of three, the first of which warms up. */
    static double seconds(Path file) {
        return DoubleStream.generate(() -> Stopwatch.secondsOf(() -> read(file)))
                .limit(TIMES)
                .min()
                .orElseThrow();
    }

    private static void read(Path file) throws IOException {
        try (InputStream json = Files.newInputStream(file)) {
            read(json);
        }
    }

    /** Leaves it open. */
    static void read(InputStream json) throws IOException {
        JsonParser parser = FACTORY.createParser(json);
        while (parser.nextToken() != null) {
            // Text is read when it is asked for.
            parser.getTextLength();
        }
    }
}
