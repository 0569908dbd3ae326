package se.skolkvalitet.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.DoubleStream;

/** What nobody who takes a file of JSON in can save: going through its tokens once. */
final class JsonTokens {
    private static final int TIMES = 3;

    private JsonTokens() {}

    /** The best of three, the first of which warms up. */
    static double seconds(Path file) {
        return DoubleStream.generate(() -> Stopwatch.secondsOf(() -> read(file)))
                .limit(TIMES)
                .min()
                .orElseThrow();
    }

    private static void read(Path file) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(file.toFile())) {
            while (parser.nextToken() != null) {
                // Text is read when it is asked for.
                parser.getTextLength();
            }
        }
    }
}
