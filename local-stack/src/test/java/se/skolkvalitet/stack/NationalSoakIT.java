package se.skolkvalitet.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.skolkvalitet.stack.mainjob.MainJob;
import se.skolkvalitet.stack.mainjob.Summary;
import se.skolkvalitet.stack.national.National;
import se.skolkvalitet.stack.national.NationalSize;

/** A country of its own for each seed, once around. */
@Tag("soak")
class NationalSoakIT {
    private static final long SEED = Long.getLong("soak.seed", 1);

    @TempDir
    static Path folder;

    @Test
    void theMainJobEndsWellOnAnotherCountry() {
        National.write(folder, new NationalSize(SEED, NationalSize.USUAL_PERIODS, NationalSize.MOST_MEASURES));
        try (LocalStack stack = TestStack.start()) {
            Summary summary = MainJob.run(stack::url, folder, TestStack.silence());

            System.out.printf("national, seed %d%s%n", SEED, summary.text());
            assertThat(summary.checks()).isNotEmpty().allMatch(Summary.Check::holds);
        }
    }
}
