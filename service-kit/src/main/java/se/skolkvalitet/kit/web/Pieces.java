package se.skolkvalitet.kit.web;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Bytes in pieces that get larger with what is there already, up to a size that a small heap finds easy to place. Nothing
 * is copied while they grow or when they are read, so that what they take is what they say.
 */
final class Pieces {
    private static final int SMALLEST = 1024;
    private static final int LARGEST = 16 * SMALLEST;

    private final Semaphore room;
    private final List<byte[]> pieces = new ArrayList<>();
    private int taken;
    private int length;

    /** @param room bytes that these and others may still take */
    Pieces(Semaphore room) {
        this.room = room;
    }

    /** False where there is no room for all of it. */
    boolean add(Buffer more) {
        int from = 0;
        while (from < more.length()) {
            if (length == taken && !takeAnother()) {
                return false;
            }
            byte[] last = pieces.get(pieces.size() - 1);
            int at = last.length - (taken - length);
            int to = Math.min(more.length(), from + last.length - at);
            more.getBytes(from, to, last, at);
            length += to - from;
            from = to;
        }
        return true;
    }

    int length() {
        return length;
    }

    InputStream stream() {
        List<InputStream> streams = new ArrayList<>();
        int left = length;
        for (byte[] piece : pieces) {
            streams.add(new ByteArrayInputStream(piece, 0, Math.min(left, piece.length)));
            left -= piece.length;
        }
        return new SequenceInputStream(Collections.enumeration(streams));
    }

    void giveBack() {
        room.release(taken);
        taken = 0;
        length = 0;
        pieces.clear();
    }

    private boolean takeAnother() {
        int size = Math.max(SMALLEST, Math.min(LARGEST, taken));
        if (!room.tryAcquire(size)) {
            return false;
        }
        pieces.add(new byte[size]);
        taken += size;
        return true;
    }
}
