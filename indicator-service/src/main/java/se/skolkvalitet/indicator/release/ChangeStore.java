package se.skolkvalitet.indicator.release;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.calculation.ValueStatus;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.db.Store;
import se.skolkvalitet.kit.text.Codes;

/** Holds the values of releases against each other, and what they were made of. */
@Store
class ChangeStore {
    private static final String CHANGES = Sql.load(ChangeStore.class, "select-changes");
    private static final List<String> PARTS = List.of("Indicator", "Level", "Area", "Period", "Sex", "SchoolForm");

    /** The key before all others. */
    static final List<String> FIRST = List.of("-1", "", "", "", "", "", "");

    @Inject
    Jdbi jdbi;

    /**
     * @param severity null for all
     * @param after {@link #key} of the change before the page, or {@link #FIRST}
     */
    List<Change> list(Release since, Release release, ChangeSeverity severity, List<String> after, int limit) {
        return list(since, release, severity, ChangeSubject.VALUE, after, limit);
    }

    /** The severity of the gravest; empty where there is no change. No value is another for a grave reason unless that is told, too. */
    Optional<ChangeSeverity> gravest(Release since, Release release) {
        return list(since, release, ChangeSeverity.MAJOR, ChangeSubject.AREA, FIRST, 1).stream()
                .findFirst()
                .or(() -> list(since, release, null, FIRST, 1).stream().findFirst())
                .map(Change::severity);
    }

    private List<Change> list(
            Release since,
            Release release,
            ChangeSeverity severity,
            ChangeSubject last,
            List<String> after,
            int limit) {
        List<String> valuesAfter = after.get(0).equals(place(ChangeSubject.VALUE)) ? after : FIRST;
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(CHANGES);
            bind(query, "after", after);
            bind(query, "from", valuesAfter);
            return query.bind("before", since.calculation())
                    .bind("after", release.calculation())
                    .bind("severity", severity)
                    .bind("afterPlace", Integer.parseInt(after.get(0)))
                    .bind("mostPlace", last.ordinal())
                    .bind("limit", limit)
                    .map((row, context) -> change(row).withoutWithheld())
                    .list();
        });
    }

    private static void bind(Query query, String prefix, List<String> key) {
        for (int part = 0; part < PARTS.size(); part++) {
            query.bind(prefix + PARTS.get(part), key.get(part + 1));
        }
    }

    /** By what changes are sorted, as a cursor has it. */
    static List<String> key(Change change) {
        return List.of(
                place(change.subject()),
                text(change.indicator()),
                change.level() == null ? "" : change.level().value(),
                text(change.area()),
                text(change.period()),
                text(change.sex()),
                text(change.schoolForm()));
    }

    private static String place(ChangeSubject subject) {
        return String.valueOf(subject.ordinal());
    }

    private static String text(String code) {
        return code == null ? "" : code;
    }

    private static Change change(ResultSet row) throws SQLException {
        String level = code(row, "level");
        return new Change(
                Codes.parse(ChangeSubject.class, row.getString("subject")),
                Codes.parse(ChangeKind.class, row.getString("change")),
                Codes.parse(ChangeSeverity.class, row.getString("severity")),
                code(row, "indicator"),
                code(row, "school_form"),
                level == null ? null : Codes.parse(Level.class, level),
                code(row, "area"),
                code(row, "period"),
                code(row, "sex"),
                told(row, "before"),
                told(row, "after"));
    }

    private static String code(ResultSet row, String column) throws SQLException {
        String code = row.getString(column);
        return code.isEmpty() ? null : code;
    }

    private static Change.Told told(ResultSet row, String when) throws SQLException {
        String status = row.getString(when + "_status");
        return status == null
                ? null
                : new Change.Told(
                        Codes.parse(ValueStatus.class, status),
                        row.getBigDecimal(when + "_value"),
                        row.getBigDecimal(when + "_low"),
                        row.getBigDecimal(when + "_high"));
    }
}
