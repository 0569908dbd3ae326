package se.skolkvalitet.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlWritesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update goal set name = 'x'",
                "UPDATE Goal SET name = 'x'",
                "update only goal set name = 'x'",
                "update\n    goal\nset name = 'x'",
                "update /* all */ goal set name = 'x'",
                "update -- all\n goal set name = 'x'",
                "insert into goal values (1)",
                "insert into public.goal values (1)",
                "insert into \"public\".\"goal\" values (1)",
                "handle.execute(\"update \\\"goal\\\" set name = 'x'\")",
                "delete from goal",
                "delete from only goal",
                "truncate goal",
                "truncate table inbox, goal",
                "merge into goal using inbox on true",
                "copy goal from stdin",
                "with gone as (delete from goal returning 1) select from gone",
                "Bulk.into(handle, \"goal (code)\")"
            })
    void findsTheTableHoweverItIsWritten(String sql) {
        assertThat(SqlWrites.tables(sql)).contains("goal");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select code from goal",
                "select code from goal for update",
                "select code from goal for no key update",
                "insert into inbox select code from goal",
                "lock table goal in share mode",
                "insert into inbox values (1) on conflict (id) do update set goal = 1"
            })
    void whatOnlyReadsATableWritesNothingToIt(String sql) {
        assertThat(SqlWrites.tables(sql)).doesNotContain("goal");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"update \" + TABLE",
                "\"update only \" + TABLE",
                "\"insert into\" + \" goal\"",
                "\"delete from %s\".formatted(table)",
                "insert into <table> values (1)",
                "insert into ${table} values (1)"
            })
    void tellsAStatementThatDoesNotNameItsTable(String java) {
        assertThat(SqlWrites.withoutTable(java)).hasSize(1);
    }

    @Test
    void aTableInQuotesIsNamed() {
        assertThat(SqlWrites.withoutTable("update \"goal\" set name = 'x'")).isEmpty();
    }

    @Test
    void aLockOnRowsIsNoStatementWithoutTable() {
        assertThat(SqlWrites.withoutTable("\"select from goal for update\" + LIMIT"))
                .isEmpty();
    }
}
