package se.skolkvalitet.indicator.imports;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/** A file that is made up line by line while it is read, so that it takes no memory however long it is. */
final class MadeUpFile extends InputStream {
    private final int lines;
    private final IntFunction<String> line;
    private int next;
    private byte[] current = {};
    private int position;

    /** @param line the text of a number from 0, with what ends it */
    MadeUpFile(int lines, IntFunction<String> line) {
        this.lines = lines;
        this.line = line;
    }

    @Override
    public int read() {
        if (position == current.length && !fetch()) {
            return -1;
        }
        return Byte.toUnsignedInt(current[position++]);
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (position == current.length && !fetch()) {
            return -1;
        }
        int count = Math.min(length, current.length - position);
        System.arraycopy(current, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean fetch() {
        if (next == lines) {
            return false;
        }
        current = line.apply(next++).getBytes(StandardCharsets.UTF_8);
        position = 0;
        return true;
    }
}
