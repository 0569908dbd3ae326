package se.skolkvalitet.kit.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.testapp.Colour;
import se.skolkvalitet.kit.testapp.ThingCode;
import se.skolkvalitet.kit.testapp.ThingEntity;
import se.skolkvalitet.kit.testapp.Things;

@QuarkusTest
class SnapshotTest {
    private static final ThingCode CODE = new ThingCode("see");

    @Inject
    Snapshot snapshot;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Things things;

    @Inject
    Jdbi jdbi;

    @Test
    void entitiesAndRowsAreSeenAsTheyWereAtTheFirstLook() {
        QuarkusTransaction.requiringNew().run(() -> {
            things.deleteById(CODE);
            things.persist(new ThingEntity(CODE, Colour.RED, List.of()));
        });

        snapshot.read(() -> {
            assertThat(rows()).isOne();
            QuarkusTransaction.requiringNew().run(() -> things.deleteById(CODE));
            assertThat(rows()).isOne();
            assertThat(things.findById(CODE)).isNotNull();
            return null;
        });

        assertThat(rows()).isZero();
    }

    @Test
    void nothingCanBeWritten() {
        assertThatThrownBy(() -> snapshot.read(
                        () -> jdbi.withHandle(handle -> handle.execute("insert into thing (code) values ('wri')"))))
                .hasStackTraceContaining("cannot execute INSERT in a read-only transaction");
    }

    /** As all are when the database has been away: nothing may have been asked on it before, as libraries like to do. */
    @Test
    void aNewConnectionWillDo() {
        dataSource.flush(FlushMode.GRACEFUL);

        assertThat(snapshot.read(this::rows)).isNotNegative();
    }

    private int rows() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from thing where code = :code")
                .bind("code", CODE)
                .mapTo(Integer.class)
                .one());
    }
}
