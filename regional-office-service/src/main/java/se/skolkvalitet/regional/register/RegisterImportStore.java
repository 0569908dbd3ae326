package se.skolkvalitet.regional.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.kit.db.Bulk;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.db.Store;
import se.skolkvalitet.kit.imports.LineFault;
import se.skolkvalitet.kit.imports.StagedFaultStore;
import se.skolkvalitet.regional.geography.CountyCode;
import se.skolkvalitet.regional.register.RegisterImportJob.Changes;
import se.skolkvalitet.regional.register.RegisterImportJob.UnitChanges;

/**
 * The lines of an import on their way into the register: staged, compared with each other and with what is there,
 * merged, and announced. All of it happens in the caller's transaction, with which the staged lines are gone.
 */
@Store
class RegisterImportStore {
    private static final String STAGE = Sql.load(RegisterImportStore.class, "stage-units");
    private static final String STAGED_COLUMNS =
            "staged_unit (line, code, name, organiser, organiser_name, organiser_kind, municipality, school_forms,"
                    + " grades, orientation, street, zip_code, city, latitude, longitude, organiser_since, starts_on,"
                    + " ends_on)";
    private static final String FIND_FAULTS = Sql.load(RegisterImportStore.class, "find-faults-of-staged-units");
    private static final String MARK_OUTDATED = Sql.load(RegisterImportStore.class, "mark-outdated-units");
    private static final String FIND_ABSENT = Sql.load(RegisterImportStore.class, "find-absent-units");
    private static final String COUNT_ABSENT = Sql.load(RegisterImportStore.class, "count-absent-units");
    private static final String FIND_MOVES = Sql.load(RegisterImportStore.class, "find-moves");
    private static final String CUT_MEMBERSHIPS = Sql.load(RegisterImportStore.class, "cut-memberships");
    private static final String END_MEMBERSHIPS = Sql.load(RegisterImportStore.class, "end-memberships");
    private static final String ADD_MEMBERSHIPS = Sql.load(RegisterImportStore.class, "add-memberships");
    private static final String BEGIN_MEMBERSHIPS = Sql.load(RegisterImportStore.class, "begin-memberships");
    private static final String MERGE_UNITS = Sql.load(RegisterImportStore.class, "merge-units");
    private static final String CLOSE_ABSENT = Sql.load(RegisterImportStore.class, "close-absent-units");
    private static final String REMEMBER_DAY = Sql.load(RegisterImportStore.class, "remember-day-of-units");
    private static final String MERGE_ORGANISERS = Sql.load(RegisterImportStore.class, "merge-organisers");
    private static final String FOLLOW_MOVED_UNITS = Sql.load(RegisterImportStore.class, "follow-moved-units");

    @Inject
    Jdbi jdbi;

    @Inject
    ObjectMapper mapper;

    @Inject
    RegisterStore register;

    /** Takes the lines that are to be staged. */
    interface Stage {
        void add(long line, RegisteredUnit unit);
    }

    /** A row of a merge. */
    public record Merged(String code, boolean inserted) {}

    /** A unit in a merge; closed where it was not before. */
    public record MergedUnit(String code, boolean inserted, boolean closed) {}

    /** @param lines reads the file and adds its lines */
    void stage(Consumer<Stage> lines) {
        jdbi.useHandle(handle -> {
            handle.execute(STAGE);
            try (Bulk bulk = Bulk.into(handle, STAGED_COLUMNS)) {
                lines.accept((line, unit) -> write(bulk, line, unit));
                bulk.finish();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void write(Bulk bulk, long line, RegisteredUnit unit) {
        bulk.row(
                line,
                unit.code().value(),
                unit.name(),
                unit.organiser().value(),
                unit.organiserName(),
                unit.organiserKind().value(),
                unit.municipality().value(),
                unit.schoolFormsLiteral(),
                json(unit.grades()),
                unit.orientation(),
                unit.street(),
                unit.zipCode(),
                unit.city(),
                unit.latitude(),
                unit.longitude(),
                unit.organiserSince(),
                unit.startsOn(),
                unit.endsOn());
    }

    private String json(List<FormGrades> grades) {
        try {
            return mapper.writeValueAsString(grades);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Looks for faults among the staged lines, once, and tells them in the order of the file. */
    void findFaults(Consumer<LineFault> faults) {
        jdbi.useHandle(handle -> StagedFaultStore.find(handle, FIND_FAULTS, faults));
    }

    /** After {@link #findFaults}. */
    void dropFaulty() {
        jdbi.useHandle(
                handle -> handle.execute("delete from staged_unit where line in (select line from staged_fault)"));
    }

    /**
     * After {@link #dropFaulty}: looks for the units that the staged lines do not list.
     *
     * @param asOf the day that the file tells of
     * @param whole counties of which the file has all units
     */
    Closing findAbsent(LocalDate asOf, List<CountyCode> whole) {
        List<String> counties = whole.stream().map(CountyCode::value).toList();
        return jdbi.withHandle(handle -> {
            handle.createUpdate(FIND_ABSENT)
                    .bind("asOf", asOf)
                    .bindArray("counties", String.class, counties)
                    .execute();
            return new Closing(handle.createQuery(COUNT_ABSENT)
                    .bindArray("counties", String.class, counties)
                    .mapTo(Closing.OfCounty.class)
                    .list());
        });
    }

    /**
     * After {@link #findAbsent}: brings the units and their memberships up to what the staged lines say, closes those
     * that are missing, and announces those that changed.
     */
    UnitChanges mergeUnits(LocalDate asOf) {
        return jdbi.withHandle(handle -> {
            run(handle, MARK_OUTDATED, asOf);
            moveMemberships(handle, asOf);
            List<MergedUnit> merged = new ArrayList<>(mergeUnits(handle, MERGE_UNITS, asOf));
            merged.addAll(mergeUnits(handle, CLOSE_ABSENT, asOf));
            run(handle, REMEMBER_DAY, asOf);
            List<String> codes = merged.stream().map(MergedUnit::code).toList();
            register.announceUnits(codes);
            long unchanged = handle.createQuery("select count(*) from staged_unit where code <> all(:merged)")
                    .bindArray("merged", String.class, codes)
                    .mapTo(Long.class)
                    .one();
            long inserted = merged.stream().filter(MergedUnit::inserted).count();
            long closed = merged.stream().filter(MergedUnit::closed).count();
            return new UnitChanges(new Changes(inserted, merged.size() - inserted, unchanged), closed);
        });
    }

    /** Before the units, whose merge changes the version of those that are moved. */
    private static void moveMemberships(Handle handle, LocalDate asOf) {
        run(handle, FIND_MOVES, asOf);
        handle.execute("create temporary table moved_unit on commit drop as select unit as code from move");
        handle.execute(CUT_MEMBERSHIPS);
        run(handle, END_MEMBERSHIPS, asOf);
        handle.execute(ADD_MEMBERSHIPS);
        handle.execute(BEGIN_MEMBERSHIPS);
    }

    private static void run(Handle handle, String statement, LocalDate asOf) {
        handle.createUpdate(statement).bind("asOf", asOf).execute();
    }

    private static List<MergedUnit> mergeUnits(Handle handle, String statement, LocalDate asOf) {
        return handle.createQuery(statement)
                .bind("asOf", asOf)
                .mapTo(MergedUnit.class)
                .list();
    }

    /**
     * After {@link #mergeUnits}: brings the organisers up to what the staged lines say and to where their units are now,
     * and announces those that changed.
     */
    Changes mergeOrganisers(LocalDate asOf) {
        return jdbi.withHandle(handle -> {
            List<Merged> merged = new ArrayList<>(handle.createQuery(MERGE_ORGANISERS)
                    .bind("asOf", asOf)
                    .mapTo(Merged.class)
                    .list());
            merged.addAll(
                    handle.createQuery(FOLLOW_MOVED_UNITS).mapTo(Merged.class).list());
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

    private static List<String> codes(List<Merged> merged) {
        return merged.stream().map(Merged::code).toList();
    }

    private static Changes changes(List<Merged> merged, long unchanged) {
        long inserted = merged.stream().filter(Merged::inserted).count();
        return new Changes(inserted, merged.size() - inserted, unchanged);
    }
}
