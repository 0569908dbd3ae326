package se.skolkvalitet.regional.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.kit.db.Bulk;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.imports.LineFault;
import se.skolkvalitet.regional.register.RegisterImportJob.Changes;

/**
 * The lines of an import on their way into the register: staged, compared with each other and with what is there,
 * merged, and announced. All of it happens in the caller's transaction, with which the staged lines are gone.
 */
@ApplicationScoped
class RegisterImportStore {
    private static final int FETCH = 1000;
    private static final String STAGE = Sql.load(RegisterImportStore.class, "stage-units");
    private static final String FIND_FAULTS = Sql.load(RegisterImportStore.class, "find-faults-of-staged-units");
    private static final String MERGE_UNITS = Sql.load(RegisterImportStore.class, "merge-units");
    private static final String MERGE_ORGANISERS = Sql.load(RegisterImportStore.class, "merge-organisers");
    private static final String FOLLOW_MOVED_UNITS = Sql.load(RegisterImportStore.class, "follow-moved-units");

    @Inject
    Jdbi jdbi;

    @Inject
    RegisterStore register;

    /** Takes the lines that are to be staged. */
    interface Stage {
        void add(long line, RegisteredUnit unit);
    }

    /** A row of a merge. */
    public record Merged(String code, boolean inserted) {}

    /** @param lines reads the file and adds its lines */
    void stage(Consumer<Stage> lines) {
        jdbi.useHandle(handle -> {
            handle.execute(STAGE);
            try (Bulk bulk = Bulk.into(handle, "staged_unit")) {
                lines.accept((line, unit) -> write(bulk, line, unit));
                bulk.finish();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void write(Bulk bulk, long line, RegisteredUnit unit) {
        bulk.row(
                line,
                unit.code().value(),
                unit.name(),
                unit.organiser().value(),
                unit.organiserName(),
                unit.organiserKind().value(),
                unit.municipality().value(),
                unit.schoolFormsLiteral(),
                unit.orientation(),
                unit.street(),
                unit.zipCode(),
                unit.city(),
                unit.latitude(),
                unit.longitude());
    }

    /** Looks for faults among the staged lines, once, and tells them in the order of the file. */
    void findFaults(Consumer<LineFault> faults) {
        jdbi.useHandle(handle -> {
            handle.execute(FIND_FAULTS);
            handle.createQuery("select line, field, rule, message from staged_fault order by line, field")
                    .setFetchSize(FETCH)
                    .mapTo(LineFault.class)
                    .forEach(faults);
        });
    }

    /** After {@link #findFaults}. */
    void dropFaulty() {
        jdbi.useHandle(
                handle -> handle.execute("delete from staged_unit where line in (select line from staged_fault)"));
    }

    /** Brings the units up to what the staged lines say, and announces those that changed. */
    Changes mergeUnits() {
        return jdbi.withHandle(handle -> {
            List<Merged> merged = merge(handle, MERGE_UNITS);
            register.announceUnits(codes(merged));
            return changes(
                    merged,
                    handle.createQuery("select count(*) from staged_unit where code <> all(:merged)")
                            .bindArray("merged", String.class, codes(merged))
                            .mapTo(Long.class)
                            .one());
        });
    }

    /**
     * After {@link #mergeUnits}: brings the organisers up to what the staged lines say and to where their units are now,
     * and announces those that changed.
     */
    Changes mergeOrganisers() {
        return jdbi.withHandle(handle -> {
            List<Merged> merged = new ArrayList<>(merge(handle, MERGE_ORGANISERS));
            merged.addAll(merge(handle, FOLLOW_MOVED_UNITS));
            register.announceOrganisers(codes(merged));
            return changes(
                    merged,
                    handle.createQuery(
                                    "select count(distinct organiser) from staged_unit where organiser <> all(:merged)")
                            .bindArray("merged", String.class, codes(merged))
                            .mapTo(Long.class)
                            .one());
        });
    }

    private static List<Merged> merge(Handle handle, String statement) {
        return handle.createQuery(statement).mapTo(Merged.class).list();
    }

    private static List<String> codes(List<Merged> merged) {
        return merged.stream().map(Merged::code).toList();
    }

    private static Changes changes(List<Merged> merged, long unchanged) {
        long inserted = merged.stream().filter(Merged::inserted).count();
        return new Changes(inserted, merged.size() - inserted, unchanged);
    }
}
