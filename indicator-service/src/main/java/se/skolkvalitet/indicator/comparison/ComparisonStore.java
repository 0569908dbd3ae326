package se.skolkvalitet.indicator.comparison;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.comparison.Comparison.WithArea;
import se.skolkvalitet.indicator.comparison.Comparison.WithPeers;
import se.skolkvalitet.indicator.release.Release;
import se.skolkvalitet.indicator.value.Value;
import se.skolkvalitet.indicator.value.ValueId;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.db.Store;
import se.skolkvalitet.kit.text.Codes;

/** What a published value is compared with. */
@Store
class ComparisonStore {
    private static final String SERIES = Sql.load(ComparisonStore.class, "select-series");
    private static final String AREAS = Sql.load(ComparisonStore.class, "select-areas");
    private static final String PEERS = Sql.load(ComparisonStore.class, "select-peers");
    private static final String STANDING = Sql.load(ComparisonStore.class, "select-standing");

    @Inject
    Jdbi jdbi;

    /** Those of the same area up to a value with a number, oldest first, the value as the last; none without a number. */
    List<Dated> series(Release release, Value value) {
        return jdbi.withHandle(handle -> of(handle, SERIES, release, value)
                .map((row, context) -> new Dated(row.getString("period"), MeasuredRow.read(row)))
                .list());
    }

    /** With the areas that a value lies in and that have one. */
    List<WithArea> areas(Release release, Value value, Measured measured, Scale scale) {
        return jdbi.withHandle(
                handle -> of(handle, AREAS, release, value)
                        .map((row, context) -> withArea(release, value, measured, scale, row))
                        .stream()
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** With the peers of an organiser; empty where none has a value. */
    Optional<WithPeers> peers(Release release, Value value, Measured measured, Scale scale) {
        List<Optional<Measured>> peers = jdbi.withHandle(handle -> of(handle, PEERS, release, value)
                .map((row, context) -> Optional.of(MeasuredRow.read(row)).filter(peer -> peer.value() != null))
                .list());
        List<Measured> withValue = peers.stream().flatMap(Optional::stream).toList();
        return Measured.together(withValue)
                .map(together ->
                        new WithPeers(peers.size(), withValue.size(), Difference.between(measured, together, scale)));
    }

    Optional<Standing> standing(Release release, Value value) {
        return jdbi.withHandle(handle ->
                of(handle, STANDING, release, value).mapTo(Standing.class).findOne());
    }

    private static Query of(Handle handle, String sql, Release release, Value value) {
        return handle.createQuery(sql)
                .bind("calculation", release.calculation())
                .bind("indicator", value.indicator())
                .bind("level", value.level())
                .bind("area", value.area())
                .bind("period", value.period())
                .bind("sex", value.sex())
                .bind("schoolForm", value.schoolForm());
    }

    private static Optional<WithArea> withArea(
            Release release, Value value, Measured measured, Scale scale, ResultSet row) throws SQLException {
        Level level = Codes.parse(Level.class, row.getString("level"));
        String area = row.getString("area");
        String name = row.getString("name");
        ValueId id = ValueId.of(
                release.id(), value.indicator(), level, area, value.period(), value.sex(), row.getString("form_in_id"));
        Measured around = MeasuredRow.read(row);
        boolean takenOut = measured.isPartOf(around);
        return Difference.fromAround(measured, around, scale)
                .map(difference -> new WithArea(id, level, area, name, takenOut, difference));
    }
}
