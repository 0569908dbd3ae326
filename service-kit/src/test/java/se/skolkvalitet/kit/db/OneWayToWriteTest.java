package se.skolkvalitet.kit.db;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In tests the database refuses to be written in the wrong way. The SQL here is run as a store's, not as a test's. */
@QuarkusTest
class OneWayToWriteTest {
    private static final String THING = "thing";

    @Inject
    DataSource dataSource;

    @Inject
    EntityManager entities;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into " + THING + " (code) values ('zz')",
                "upd" + "ate only public.\"thing\" set version = version + 1",
                "with gone as (delete from thing returning 1) select count(*) from gone",
                "truncate thing",
            })
    void sqlWritesToNoTableOfAnEntityHoweverItIsPutTogether(String sql) {
        Jdbi store = Jdbi.create(dataSource);

        assertThatThrownBy(() -> store.useHandle(handle -> handle.execute(sql)))
                .hasMessageContaining("thing is written by entities");
    }

    @Test
    void nothingIsCopiedIntoATableOfAnEntity() {
        Jdbi store = Jdbi.create(dataSource);

        assertThatThrownBy(() -> store.useTransaction(handle -> {
                    try (Bulk bulk = Bulk.into(handle, "thing (code)")) {
                        bulk.row("zz");
                        bulk.finish();
                    }
                }))
                .hasStackTraceContaining("thing is written by entities");
    }

    @Test
    void theMapperWritesToNoTableWithoutEntity() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() ->
                                entities.createNativeQuery("delete from inbox").executeUpdate()))
                .hasStackTraceContaining("inbox is written by SQL");
    }
}
