package se.skolkvalitet.indicator.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.indicator.area.SchoolUnitEvents.Membership;
import se.skolkvalitet.indicator.area.SchoolUnitEvents.Place;
import se.skolkvalitet.indicator.area.SchoolUnitEvents.Unit;
import se.skolkvalitet.kit.test.Contracts;
import se.skolkvalitet.kit.test.Events;

/** Who had a unit from when to when, as the register's events tell. */
@QuarkusTest
class MembershipEventsTest {
    private static final String TOPIC = "regional.school-units";
    private static final String TYPE = "se.skolkvalitet.regional.school-unit.v1";
    private static final String OLD = "2120000142";
    private static final String NEW = "5560360793";
    private static final String FIRST = "[{\"organiser\":\"%s\"}]".formatted(OLD);
    private static final String TAKEN_OVER =
            "[{\"organiser\":\"%s\",\"to\":\"2025-09-01\"},{\"organiser\":\"%s\",\"from\":\"2025-09-01\"}]"
                    .formatted(OLD, NEW);

    /** A takeover told afterwards for an earlier day: ranges that overlap those of before. */
    private static final String CORRECTED = TAKEN_OVER.replace("2025-09-01", "2025-07-01");

    @Inject
    AreaStore areas;

    @Inject
    Jdbi jdbi;

    @Test
    void keepsWhatTheNewestEventTellsWhateverTheOrderAndHoweverOften() {
        String unit = "30000001";
        tell(unit, 1, FIRST);
        tell(unit, 3, CORRECTED);
        tell(unit, 2, TAKEN_OVER);
        tell(unit, 1, FIRST);

        tell(unit, 3, CORRECTED);

        awaitVersion(unit, 3);
        awaitTheEndOfItsTopic(unit);
        assertThat(memberships(unit)).containsExactly(OLD + " (,2025-07-01)", NEW + " [2025-07-01,)");
    }

    @Test
    void replacesAllMembershipsAtOnce() {
        String unit = "30000002";
        tell(unit, 1, TAKEN_OVER);
        awaitVersion(unit, 1);

        tell(unit, 2, CORRECTED);

        awaitVersion(unit, 2);
        assertThat(memberships(unit)).containsExactly(OLD + " (,2025-07-01)", NEW + " [2025-07-01,)");
    }

    @Test
    void aUnitThatIsClosedHasNoMembershipFromItsEndOn() {
        String unit = "30000003";
        tell(unit, 1, FIRST);

        tell(unit, 2, "[{\"organiser\":\"%s\",\"to\":\"2025-07-01\"}]".formatted(OLD));

        awaitVersion(unit, 2);
        assertThat(memberships(unit)).containsExactly(OLD + " (,2025-07-01)");
    }

    @Test
    void unitsThatAreSavedTogetherKeepTheirMembershipsApart() {
        String takenOver = "30000005";
        String staying = "30000006";
        String closed = "30000007";
        List<Membership> old = List.of(new Membership(OLD, null, null));
        areas.saveUnits(List.of(unit(takenOver, old), unit(staying, old), unit(closed, old)));
        LocalDate day = LocalDate.of(2025, 9, 1);

        areas.saveUnits(List.of(
                unit(takenOver, List.of(new Membership(OLD, null, day), new Membership(NEW, day, null))),
                unit(staying, old),
                unit(closed, List.of())));

        assertThat(memberships(takenOver)).containsExactly(OLD + " (,2025-09-01)", NEW + " [2025-09-01,)");
        assertThat(memberships(staying)).containsExactly(OLD + " (,)");
        assertThat(memberships(closed)).isEmpty();
    }

    @Test
    void aUnitIsSavedWithAllThatIsToldOfIt() {
        String unit = "30000008";

        areas.saveUnits(List.of(new Unit(
                unit,
                "Skolan \"vid ån\"",
                NEW,
                List.of(),
                new Place("0180", "Stockholm"),
                new Place("01", "Stockholms län"),
                List.of("grundskola", "fritidshem"),
                List.of(),
                "closed")));

        assertThat(row(unit))
                .isEqualTo("(%s,\"Skolan \"\"vid ån\"\"\",%s,0180,Stockholm,01,\"Stockholms län\",".formatted(unit, NEW)
                        + "\"{grundskola,fritidshem}\",closed)");
    }

    private String row(String unit) {
        return jdbi.withHandle(
                handle -> handle.select("select cast(school_unit as text) from school_unit where code = ?", unit)
                        .mapTo(String.class)
                        .one());
    }

    private static Unit unit(String code, List<Membership> memberships) {
        return new Unit(
                code,
                "Skolan",
                OLD,
                memberships,
                new Place("0180", "Stockholm"),
                new Place("01", "Stockholms län"),
                List.of("grundskola"),
                List.of(),
                "active");
    }

    private static void tell(String unit, long version, String memberships) {
        String state = state(unit, memberships);
        Contracts.assertValid(TYPE, state);
        Events.send(TOPIC, TYPE, unit, version, state);
    }

    private static String state(String unit, String memberships) {
        return """
            {"code":"%s","name":"Skolan","organiser":"%s","memberships":%s,"municipality":{"code":"0180",\
            "name":"Stockholm"},"county":{"code":"01","name":"Stockholms län"},"schoolForms":["grundskola"],\
            "status":"active"}""".formatted(unit, OLD, memberships);
    }

    private void awaitVersion(String unit, long version) {
        await().until(() -> jdbi.withHandle(handle -> handle.createQuery(
                                "select count(*) from inbox where topic = :topic and subject = :unit and version = :version")
                        .bind("topic", TOPIC)
                        .bind("unit", unit)
                        .bind("version", version)
                        .mapTo(Long.class)
                        .one())
                == 1);
    }

    /** Events of one key come in order: when a later one is there, those before it have been looked at. */
    private void awaitTheEndOfItsTopic(String unit) {
        String marker = unit + "-end";
        Events.sendRaw(
                TOPIC, unit, Events.headers(TYPE, marker, 1), state(unit, FIRST).replace(unit, "30000009"));
        awaitVersion(marker, 1);
    }

    private List<String> memberships(String unit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select organiser || ' ' || valid from membership where unit = :unit order by valid")
                .bind("unit", unit)
                .mapTo(String.class)
                .list());
    }
}
