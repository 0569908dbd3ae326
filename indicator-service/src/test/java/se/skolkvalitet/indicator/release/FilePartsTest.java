package se.skolkvalitet.indicator.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilePartsTest {
    private static final int PART = 1 << 20;

    private final List<byte[]> parts = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {1, PART - 1, PART, PART + 1, 3 * PART + 17})
    void partsOneAfterTheOtherAreTheCompressedFile(int length) throws Exception {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);

        FileParts written = write(content);

        ByteArrayOutputStream together = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            together.write(part);
        }
        assertThat(new GZIPInputStream(new ByteArrayInputStream(together.toByteArray())).readAllBytes())
                .isEqualTo(content);
        assertThat(parts).hasSize((length + PART - 1) / PART);
        assertThat(written.bytes()).isEqualTo(length);
        assertThat(written.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
    }

    @Test
    void anEmptyFileHasNoParts() throws IOException {
        FileParts written = write(new byte[0]);

        assertThat(parts).isEmpty();
        assertThat(written.bytes()).isZero();
    }

    /** In steps of different lengths, and a byte at a time. */
    private FileParts write(byte[] content) throws IOException {
        FileParts to = new FileParts(parts::add);
        int done = 0;
        for (int step = 1; done < content.length; step = step * 3 + 1) {
            int length = Math.min(step, content.length - done);
            if (length == 1) {
                to.write(content[done]);
            } else {
                to.write(content, done, length);
            }
            done += length;
        }
        to.close();
        return to;
    }
}
