package se.skolkvalitet.regional.register;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.db.Store;
import se.skolkvalitet.kit.events.Event;
import se.skolkvalitet.kit.events.Outbox;
import se.skolkvalitet.regional.geography.CountyCode;
import se.skolkvalitet.regional.register.RegisterExtent.RegisteredCounty;

/** Of which counties the register has had all units, in the database, and its event. */
@Store
class RegisterExtentStore {
    private static final String SELECT = Sql.load(RegisterExtentStore.class, "select-extent");
    private static final String REMEMBER_WHOLE = Sql.load(RegisterExtentStore.class, "remember-whole-counties");

    @Inject
    Jdbi jdbi;

    @Inject
    Outbox outbox;

    /** @param version the register's when the day was told; 0 without one */
    private record Row(CountyCode code, String name, LocalDate wholeOn, long version) {
        RegisteredCounty county() {
            return new RegisteredCounty(code, name, wholeOn);
        }
    }

    RegisterExtent extent() {
        List<Row> rows = jdbi.withHandle(
                handle -> handle.createQuery(SELECT).mapTo(Row.class).list());
        return new RegisterExtent(
                rows.stream().map(Row::county).toList(),
                rows.stream().mapToLong(Row::version).max().orElse(0));
    }

    /**
     * Remembers that a file had all units of these counties, and announces it where that is news. For imports, which
     * come one after the other.
     *
     * @param asOf the day that the file tells of
     * @param whole may hold {@link RegisterImportJob#COUNTRY}
     */
    void remember(LocalDate asOf, List<CountyCode> whole) {
        int news = jdbi.withHandle(handle -> handle.createUpdate(REMEMBER_WHOLE)
                .bind("asOf", asOf)
                .bindArray(
                        "counties",
                        String.class,
                        whole.stream().map(CountyCode::value).toList())
                .execute());
        if (news > 0) {
            outbox.add(event(extent()));
        }
    }

    private static Event event(RegisterExtent extent) {
        return new Event(
                RegisterExtent.State.TOPIC,
                RegisterExtent.State.TYPE,
                RegisterExtent.State.KEY,
                extent.version(),
                RegisterExtent.State.from(extent));
    }
}
