package se.skolkvalitet.indicator.release;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** The parts of a file, one after the other, of which one is held at a time. */
final class JoinedParts extends InputStream {
    private final IntFunction<Optional<InputStream>> parts;
    private InputStream part = InputStream.nullInputStream();
    private int next;

    /** @param parts by their numbers, from 0; empty after the last */
    JoinedParts(IntFunction<Optional<InputStream>> parts) {
        this.parts = parts;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        int read = part.read(to, offset, length);
        while (read < 0) {
            Optional<InputStream> following = parts.apply(next);
            if (following.isEmpty()) {
                return read;
            }
            part = following.get();
            next++;
            read = part.read(to, offset, length);
        }
        return read;
    }
}
