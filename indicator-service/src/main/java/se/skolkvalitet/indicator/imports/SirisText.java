package se.skolkvalitet.indicator.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The text of an export from SIRIS, which is in one of two encodings and does not say in which. */
final class SirisText {
    /** Where the first 64 KB are ASCII alone both are right, and what comes later is hardly a figure. */
    private static final int LOOKED_AT = 1 << 16;

    private static final byte[] BYTE_ORDER_MARK = "\ufeff".getBytes(StandardCharsets.UTF_8);

    /** ISO-8859-1 with letters where that has control characters, as spreadsheets write it. */
    private static final Charset LATIN = Charset.forName("windows-1252");

    private SirisText() {}

    /** From after the byte order mark, where there is one. */
    static Reader of(InputStream file) {
        try {
            BufferedInputStream buffered = new BufferedInputStream(file, LOOKED_AT);
            buffered.mark(LOOKED_AT);
            byte[] beginning = buffered.readNBytes(LOOKED_AT);
            buffered.reset();
            if (startsWithMark(beginning)) {
                buffered.skipNBytes(BYTE_ORDER_MARK.length);
            }
            return new InputStreamReader(buffered, isUtf8(beginning) ? StandardCharsets.UTF_8 : LATIN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean startsWithMark(byte[] beginning) {
        int length = Math.min(beginning.length, BYTE_ORDER_MARK.length);
        return Arrays.equals(Arrays.copyOf(beginning, length), BYTE_ORDER_MARK);
    }

    /** A letter that is cut off at the end of what is looked at is no fault. */
    private static boolean isUtf8(byte[] beginning) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        boolean whole = beginning.length < LOOKED_AT;
        return !decoder.decode(ByteBuffer.wrap(beginning), CharBuffer.allocate(LOOKED_AT), whole)
                .isError();
    }
}
