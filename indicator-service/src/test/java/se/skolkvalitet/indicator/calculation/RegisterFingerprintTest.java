package se.skolkvalitet.indicator.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;

/** What makes a calculation another one, of all that the register tells. */
@QuarkusTest
class RegisterFingerprintTest {
    @Inject
    CalculationStore store;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void register() throws IOException {
        ThreeUnits.register(jdbi);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update school_unit set name = 'D' where code = '10000001'",
                "update school_unit set school_forms = '{grundskola,forskoleklass}' where code = '10000001'",
                "update membership set valid = '[2020-01-01,)' where unit = '10000001'",
                "insert into unit_grades values ('10000001', 'grundskola', '{9}')",
                "update unit_grades set grades = '{8,9}'",
                "update organiser set name = 'Annan stad' where org_number = '2120000142'",
                "update organiser set kind = 'region' where org_number = '2120000142'",
                "update county set whole_on = null"
            })
    void whatACalculationTakesFromTheRegisterMakesAnother(String change) {
        execute("insert into unit_grades values ('10000002', 'grundskola', '{7,8,9}')");
        String before = store.membership();

        execute(change);

        assertThat(store.membership()).isNotEqualTo(before);
    }

    @Test
    void anotherDayOfAWholeCountyMakesNone() {
        String before = store.membership();

        execute("update county set whole_on = '2025-10-16'");

        assertThat(store.membership()).isEqualTo(before);
    }

    private void execute(String sql) {
        jdbi.useHandle(handle -> handle.execute(sql));
    }
}
