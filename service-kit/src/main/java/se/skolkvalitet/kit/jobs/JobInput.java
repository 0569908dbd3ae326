package se.skolkvalitet.kit.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/**
 * An uploaded file, read part by part so that memory does not grow with it. Read on the worker's own session, because
 * the job's transaction may be in the middle of a COPY when it asks for more.
 */
class JobInput extends InputStream {
    private final Connection session;
    private final UUID job;
    private byte[] current = {};
    private int position;
    private int nextPart;

    JobInput(Connection session, UUID job) {
        this.session = session;
        this.job = job;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
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
        try (PreparedStatement select =
                session.prepareStatement("select bytes from job_input where job = ? and part = ?")) {
            select.setObject(1, job);
            select.setInt(2, nextPart);
            try (var part = select.executeQuery()) {
                current = part.next() ? part.getBytes(1) : new byte[0];
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the uploaded file could not be read on", e);
        }
        position = 0;
        nextPart++;
        return current.length > 0;
    }
}
