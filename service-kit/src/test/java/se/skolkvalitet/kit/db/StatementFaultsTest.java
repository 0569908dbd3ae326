package se.skolkvalitet.kit.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What fails is logged, and the values of a statement may be of persons. */
@QuarkusTest
class StatementFaultsTest {
    @Inject
    Jdbi jdbi;

    @Test
    void aStatementThatFailsTellsTheRuleAndNotItsValues() {
        Throwable fault = catchThrowable(() -> jdbi.useHandle(handle -> {
            for (int twice = 0; twice < 2; twice++) {
                handle.createUpdate("insert into thing (code) values (:code)")
                        .bind("code", "of somebody")
                        .execute();
            }
        }));
        jdbi.useHandle(handle -> handle.execute("delete from thing where code = 'of somebody'"));

        StringWriter logged = new StringWriter();
        fault.printStackTrace(new PrintWriter(logged));
        assertThat(logged.toString())
                .contains("violates unique constraint \"thing_pkey\"")
                .doesNotContain("somebody");
    }
}
