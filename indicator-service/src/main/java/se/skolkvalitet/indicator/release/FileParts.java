package se.skolkvalitet.indicator.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** Cuts a file into parts and compresses each by itself, so that no more than one is held at a time. Closing it ends the last. */
final class FileParts extends OutputStream {
    private static final int PART = 1 << 20;

    private final Consumer<byte[]> parts;
    private final MessageDigest digest = digest();
    private final byte[] part = new byte[PART];
    private int filled;
    private long bytes;

    /** @param parts gets one after the other */
    FileParts(Consumer<byte[]> parts) {
        this.parts = parts;
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) {
        digest.update(from, offset, length);
        bytes += length;
        int done = 0;
        while (done < length) {
            int step = Math.min(length - done, PART - filled);
            System.arraycopy(from, offset + done, part, filled, step);
            filled += step;
            done += step;
            if (filled == PART) {
                end();
            }
        }
    }

    @Override
    public void close() {
        if (filled > 0) {
            end();
        }
    }

    private void end() {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(PART / 8);
        try (GZIPOutputStream to = new GZIPOutputStream(compressed)) {
            to.write(part, 0, filled);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        parts.accept(compressed.toByteArray());
        filled = 0;
    }

    /** Of all that was written, not compressed. */
    long bytes() {
        return bytes;
    }

    /** Of all that was written, not compressed; asked for once, after the last byte. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
