package se.skolkvalitet.kit.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {

    @ParameterizedTest
    @ValueSource(strings = {"22001", "22003", "22P02", "54000", "23502", "23514"})
    void whatTheEventAloneIsAtFaultForIsHopeless(String state) {
        assertThat(Outage.isHopeless(failure(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23503", "23P01", "42P01", "40001", "08006", "57P01", "53300"})
    void whatMayBeOtherwiseWithTheNextTryIsNot(String state) {
        assertThat(Outage.isHopeless(failure(state))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "08006", "57P01", "53300"})
    void whatPassesByItselfIsAnOutage(String state) {
        assertThat(Outage.is(failure(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "23502", "23505", "54000", "42P01"})
    void aRefusalOfTheDatabaseIsNone(String state) {
        assertThat(Outage.is(failure(state))).isFalse();
    }

    private static RuntimeException failure(String state) {
        return new IllegalStateException(new SQLException("refused", state));
    }
}
