package se.skolkvalitet.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAwayTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"08006", "53300", "57P01"})
    void anotherTryMayGoWellWhereTheDatabaseWasNotThere(String state) {
        assertThat(DatabaseAway.isBehind(wrapped(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22021", "42P01", "25001", "25006", ""})
    void noOtherTryGoesWellWhereTheWorkIsAtFault(String state) {
        assertThat(DatabaseAway.isBehind(wrapped(state))).isFalse();
    }

    /** As a transaction's commit tells it. */
    private static Throwable wrapped(String state) {
        IllegalStateException commit = new IllegalStateException("could not commit");
        commit.addSuppressed(new IllegalStateException("wrapped", new SQLException("told by the driver", state)));
        return commit;
    }
}
