package se.skolkvalitet.kit.jobs;

import java.io.InputStream;
import java.util.function.IntFunction;

/** An uploaded file, read part by part so that memory does not grow with it. */
class JobInput extends InputStream {
    private final IntFunction<byte[]> parts;
    private byte[] current = {};
    private int position;
    private int nextPart;

    /** @param parts gives the part of a number, counted from 0, and an empty one after the last */
    JobInput(IntFunction<byte[]> parts) {
        this.parts = parts;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (position == current.length && !fetch()) {
            return -1;
        }
        int count = Math.min(length, current.length - position);
        System.arraycopy(current, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean fetch() {
        current = parts.apply(nextPart);
        position = 0;
        nextPart++;
        return current.length > 0;
    }
}
