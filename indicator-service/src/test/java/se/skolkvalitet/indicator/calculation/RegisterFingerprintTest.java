package se.skolkvalitet.indicator.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;

/** What makes a calculation another one, of all that the register tells. */
@QuarkusTest
class RegisterFingerprintTest {
    /** MD5 of the three units, a line each, as versions before 0.2 had it. */
    private static final String OF_0_1_0 = "1c82184233bb199d209c2aeb74036553";

    @Inject
    CalculationStore store;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void register() throws IOException {
        ThreeUnits.register(jdbi);
    }

    @Test
    void whileNeitherGradesNorWholeCountiesAreToldItIsWhatItWasBeforeTheyWereKept() {
        execute("insert into county values ('01', 'Stockholms län', null)");

        assertThat(store.membership()).isEqualTo(OF_0_1_0);
    }

    @Test
    void anotherGradeMakesAnother() {
        execute("insert into unit_grades values ('10000001', 'grundskola', '{8,9}')");
        String before = store.membership();

        execute("update unit_grades set grades = '{9}'");

        assertThat(store.membership()).isNotEqualTo(before).isNotEqualTo(OF_0_1_0);
    }

    @Test
    void aCountyThatIsWholeMakesAnother() {
        execute("insert into county values ('01', 'Stockholms län', '2025-10-15')");

        assertThat(store.membership()).isNotEqualTo(OF_0_1_0);
    }

    @Test
    void anotherDayOfAWholeCountyMakesNone() {
        execute("insert into county values ('01', 'Stockholms län', '2025-10-15')");
        String before = store.membership();

        execute("update county set whole_on = '2025-10-16'");

        assertThat(store.membership()).isEqualTo(before);
    }

    private void execute(String sql) {
        jdbi.useHandle(handle -> handle.execute(sql));
    }
}
