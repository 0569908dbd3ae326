package se.skolkvalitet.kit.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** An uploaded file, read part by part so that memory does not grow with it. */
class JobInput extends InputStream {
    private final Jdbi jdbi;
    private final UUID job;
    private byte[] current = {};
    private int position;
    private int nextPart;

    JobInput(Jdbi jdbi, UUID job) {
        this.jdbi = jdbi;
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
        Optional<byte[]> part = jdbi.withHandle(
                handle -> handle.createQuery("select bytes from job_input where job = :job and part = :part")
                        .bind("job", job)
                        .bind("part", nextPart)
                        .mapTo(byte[].class)
                        .findOne());
        current = part.orElse(new byte[0]);
        position = 0;
        nextPart++;
        return current.length > 0;
    }
}
