package se.skolkvalitet.kit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that was at work with the tables of an earlier version. */
@QuarkusTest
class MigrationTest {
    private static final String SCHEMA = "earlier";

    @Inject
    DataSource dataSource;

    @Inject
    Jdbi jdbi;

    private final UUID running = UUID.randomUUID();
    private final UUID completed = UUID.randomUUID();

    @BeforeEach
    void jobsUnderWay() {
        jdbi.useHandle(handle -> handle.execute("drop schema if exists earlier cascade"));
        migrate("0.1");
        inSchema(handle -> {
            insert(handle, running, "register-import", "running");
            insert(handle, completed, "register-import", "completed");
            handle.execute("insert into job_input values (?, 0, 'ab'), (?, 1, 'c')", running, running);
            handle.execute("insert into job_progress values (?, 'reading lines', 500, null)", running);
            return null;
        });
    }

    @AfterEach
    void drop() {
        jdbi.useHandle(handle -> handle.execute("drop schema earlier cascade"));
    }

    @Test
    void jobsUnderWayKeepTheirFilesAndTheirProgress() {
        migrate("0.3");

        List<String> parts = inSchema(handle -> handle.select(
                        "select encode(bytes, 'escape') from upload_part"
                                + " join upload on upload.id = upload where upload.job = ? order by part",
                        running)
                .mapTo(String.class)
                .list());
        assertThat(parts).containsExactly("ab", "c");
        Integer done = inSchema(handle -> handle.select("select done from job_progress where job = ?", running)
                .mapTo(Integer.class)
                .one());
        assertThat(done).isEqualTo(500);
    }

    @Test
    void onlyJobsWithAFileGetAnUpload() {
        migrate("0.3");

        List<UUID> owners = inSchema(handle ->
                handle.select("select job from upload").mapTo(UUID.class).list());
        assertThat(owners).containsExactly(running);
    }

    @Test
    void aJobTakesItsFileWithItWhenItIsDeleted() {
        migrate("0.3");

        inSchema(handle -> handle.execute("delete from job where id = ?", running));

        Integer parts = inSchema(handle -> handle.select("select count(*) from upload_part")
                .mapTo(Integer.class)
                .one());
        assertThat(parts).isZero();
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas(SCHEMA)
                .locations("db/kit")
                .outOfOrder(true)
                .target(version)
                .load()
                .migrate();
    }

    private static void insert(Handle handle, UUID id, String kind, String state) {
        handle.execute(
                "insert into job (id, kind, state, parameters, created_at, attempts) values (?, ?, ?, '{}', now(), 1)",
                id,
                kind,
                state);
    }

    private <T> T inSchema(org.jdbi.v3.core.HandleCallback<T, RuntimeException> work) {
        return jdbi.inTransaction(handle -> {
            handle.execute("set local search_path to earlier");
            return work.withHandle(handle);
        });
    }
}
