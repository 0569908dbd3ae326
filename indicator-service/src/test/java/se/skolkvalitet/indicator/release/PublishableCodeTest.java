package se.skolkvalitet.indicator.release;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.kit.jobs.JobFailed;

class PublishableCodeTest {
    private static final String COMMIT = "a0381e3d5f6c7b8a9e0f1a2b3c4d5e6f70819203";

    @Test
    void aCommitCanBeHadAgain() {
        assertThatCode(() -> PublishableCode.requireCommit(COMMIT, "Made")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"0.2.0-SNAPSHOT", COMMIT + "-modified", ""})
    void nothingElseCan(String version) {
        assertThatThrownBy(() -> PublishableCode.requireCommit(version, "Made"))
                .isInstanceOf(JobFailed.class)
                .hasMessageContaining("Made with '%s', which is no commit", version);
    }
}
