package se.skolkvalitet.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.Semaphore;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PiecesTest {
    private static final int ROOM = 1_000_000;

    private final Semaphore room = new Semaphore(ROOM);

    @Property(tries = 200)
    void whatWasAddedIsRead(
            @ForAll @IntRange(max = 100_000) int length, @ForAll @IntRange(min = 1, max = 20_000) int part)
            throws IOException {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        Pieces pieces = new Pieces(new Semaphore(ROOM));

        for (int from = 0; from < length; from += part) {
            assertThat(pieces.add(Buffer.buffer().appendBytes(bytes, from, Math.min(part, length - from))))
                    .isTrue();
        }

        assertThat(pieces.length()).isEqualTo(length);
        assertThat(pieces.stream().readAllBytes()).isEqualTo(bytes);
    }

    @Property(tries = 200)
    void theyTakeLittleMoreThanTheyHold(@ForAll @IntRange(min = 1, max = 500_000) int length) {
        Pieces pieces = new Pieces(room);

        pieces.add(Buffer.buffer(new byte[length]));

        int taken = ROOM - room.availablePermits();
        assertThat(taken).isBetween(length, Math.max(1024, Math.min(2 * length, length + 16 * 1024)));
        pieces.giveBack();
        assertThat(room.availablePermits()).isEqualTo(ROOM);
    }

    @Test
    void whatFindsNoRoomIsRefused() {
        Pieces pieces = new Pieces(new Semaphore(3000));

        assertThat(pieces.add(Buffer.buffer(new byte[2000]))).isTrue();
        assertThat(pieces.add(Buffer.buffer(new byte[1000]))).isFalse();
    }

    @Test
    void roomIsGivenBackOnce() {
        Pieces pieces = new Pieces(room);
        pieces.add(Buffer.buffer(new byte[5000]));

        pieces.giveBack();
        pieces.giveBack();

        assertThat(room.availablePermits()).isEqualTo(ROOM);
    }
}
