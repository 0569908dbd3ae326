package se.skolkvalitet.indicator.unitcode;

import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import se.skolkvalitet.kit.db.Bulk;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.db.Store;
import se.skolkvalitet.kit.imports.LineFault;
import se.skolkvalitet.kit.imports.StagedFaultStore;
import se.skolkvalitet.kit.text.Codes;
import se.skolkvalitet.kit.web.PageRequest;

/**
 * The codes by which other registers know school units. A file of them is taken in in the caller's transaction, in this
 * order: {@link #stage}, {@link #findFaults}, {@link #dropFaulty}, {@link #changes}, {@link #save}.
 */
@Store
public class UnitCodeStore {
    private static final String STAGE = Sql.load(UnitCodeStore.class, "stage-unit-codes");
    private static final String FIND_FAULTS = Sql.load(UnitCodeStore.class, "find-faults-of-staged-unit-codes");
    private static final String CHANGES = Sql.load(UnitCodeStore.class, "count-changes");
    private static final String SAVE = Sql.load(UnitCodeStore.class, "save-unit-codes");
    private static final String SELECT = Sql.load(UnitCodeStore.class, "select-unit-codes");
    private static final List<String> FIRST = List.of("", "");
    private static final RowMapper<UnitCode> UNIT_CODE = (row, context) -> new UnitCode(
            Codes.parse(UnitCodeScheme.class, row.getString("scheme")), row.getString("code"), row.getString("unit"));

    @Inject
    Jdbi jdbi;

    /** What becomes of the codes of a file. */
    public record Changes(long inserted, long changed, long unchanged) {}

    /** Where the codes of a file go, line by line. */
    interface Staging {
        void add(long line, String code, String unit);
    }

    /** The school unit of each code of a scheme. There are as many as other registers have schools. */
    public Map<String, String> units(UnitCodeScheme scheme) {
        Map<String, String> units = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("select scheme, code, unit from unit_code where scheme = :scheme")
                .bind("scheme", scheme.value())
                .map(UNIT_CODE)
                .forEach(one -> units.put(one.code(), one.unit())));
        return units;
    }

    /** @param scheme null for all */
    List<UnitCode> list(@Nullable UnitCodeScheme scheme, PageRequest page) {
        List<String> after = page.after(FIRST.size()).orElse(FIRST);
        return jdbi.withHandle(handle -> handle.createQuery(SELECT)
                .bind("scheme", scheme == null ? null : scheme.value())
                .bind("afterScheme", after.get(0))
                .bind("afterCode", after.get(1))
                .bind("limit", page.fetch())
                .map(UNIT_CODE)
                .list());
    }

    /** @param file reads the file into the staging and says how many lines it had */
    long stage(ToLongFunction<Staging> file) {
        return jdbi.withHandle(handle -> {
            handle.execute(STAGE);
            try (Bulk bulk = Bulk.into(handle, "staged_unit_code")) {
                long lines = file.applyAsLong((line, code, unit) -> bulk.row(line, code, unit));
                bulk.finish();
                return lines;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Looks for faults that only show beside other lines or data, and tells them in the order of the file. */
    void findFaults(Consumer<LineFault> faults) {
        jdbi.useHandle(handle -> StagedFaultStore.find(handle, FIND_FAULTS, faults));
    }

    /** After {@link #findFaults}. */
    void dropFaulty() {
        jdbi.useHandle(
                handle -> handle.execute("delete from staged_unit_code where line in (select line from staged_fault)"));
    }

    /** What {@link #save} will do. */
    Changes changes(UnitCodeScheme scheme) {
        return jdbi.withHandle(handle -> handle.createQuery(CHANGES)
                .bind("scheme", scheme.value())
                .mapTo(Changes.class)
                .one());
    }

    /** What is known of other codes stays. */
    void save(UnitCodeScheme scheme) {
        jdbi.useHandle(handle ->
                handle.createUpdate(SAVE).bind("scheme", scheme.value()).execute());
    }

    long count(UnitCodeScheme scheme) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from unit_code where scheme = :scheme")
                .bind("scheme", scheme.value())
                .mapTo(Long.class)
                .one());
    }
}
