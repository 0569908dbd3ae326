package se.skolkvalitet.indicator.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.indicator.area.SchoolUnitEvents.FormGrades;
import se.skolkvalitet.indicator.area.SchoolUnitEvents.Place;
import se.skolkvalitet.indicator.area.SchoolUnitEvents.Unit;
import se.skolkvalitet.kit.test.Contracts;
import se.skolkvalitet.kit.test.Events;

/** The grades of a unit in each school form, as the register's events tell. */
@QuarkusTest
class GradeEventsTest {
    private static final String TOPIC = "regional.school-units";
    private static final String TYPE = "se.skolkvalitet.regional.school-unit.v1";
    private static final String SEVEN_TO_NINE = "[{\"schoolForm\":\"grundskola\",\"grades\":[7,8,9]}]";
    private static final String ZERO_TO_TWO =
            "[{\"schoolForm\":\"forskoleklass\",\"grades\":[0]}," + "{\"schoolForm\":\"grundskola\",\"grades\":[1,2]}]";

    @Inject
    AreaStore areas;

    @Inject
    Jdbi jdbi;

    @Test
    void keepsTheGradesOfEachForm() {
        String unit = "30000101";

        tell(unit, 1, ZERO_TO_TWO);

        awaitVersion(unit, 1);
        assertThat(grades(unit)).containsExactly("forskoleklass {0}", "grundskola {1,2}");
    }

    @Test
    void theGradesThatTheNewestEventTellsAreInThePlaceOfThoseBefore() {
        String unit = "30000102";
        tell(unit, 1, ZERO_TO_TWO);
        awaitVersion(unit, 1);

        tell(unit, 3, SEVEN_TO_NINE);
        tell(unit, 2, ZERO_TO_TWO);
        tell(unit, 3, SEVEN_TO_NINE);

        awaitVersion(unit, 3);
        assertThat(grades(unit)).containsExactly("grundskola {7,8,9}");
    }

    @Test
    void anEventFromBeforeGradesWereKeptTellsNone() {
        String unit = "30000103";
        tell(unit, 1, SEVEN_TO_NINE);
        awaitVersion(unit, 1);

        tell(unit, 2, null);

        awaitVersion(unit, 2);
        assertThat(grades(unit)).isEmpty();
    }

    @Test
    void unitsThatAreSavedTogetherKeepTheirGradesApart() {
        String changing = "30000104";
        String staying = "30000105";
        String losing = "30000106";
        List<FormGrades> both = List.of(new FormGrades("grundskola", List.of(8, 9)));
        areas.saveUnits(List.of(unit(changing, both), unit(staying, both), unit(losing, both)));

        areas.saveUnits(List.of(
                unit(
                        changing,
                        List.of(new FormGrades("grundskola", List.of(9)), new FormGrades("sameskola", List.of(1)))),
                unit(staying, both),
                unit(losing, List.of())));

        assertThat(grades(changing)).containsExactly("grundskola {9}", "sameskola {1}");
        assertThat(grades(staying)).containsExactly("grundskola {8,9}");
        assertThat(grades(losing)).isEmpty();
    }

    @Test
    void onlyWhatDiffersIsWritten() {
        String unit = "30000107";
        FormGrades staying = new FormGrades("grundskola", List.of(8, 9));
        areas.saveUnits(List.of(unit(unit, List.of(staying))));
        List<String> before = rowsAsWritten(unit);

        areas.saveUnits(List.of(unit(unit, List.of(new FormGrades("forskoleklass", List.of(0)), staying))));

        assertThat(rowsAsWritten(unit)).hasSize(2).containsAll(before);
    }

    private static Unit unit(String code, List<FormGrades> grades) {
        return new Unit(
                code,
                "Skolan",
                "2120000142",
                List.of(),
                new Place("0180", "Stockholm"),
                new Place("01", "Stockholms län"),
                List.of("grundskola"),
                grades,
                "active");
    }

    /** @param grades null for an event that says nothing of them */
    private static void tell(String unit, long version, String grades) {
        String state = """
            {"code":"%s","name":"Skolan","organiser":"2120000142","memberships":[],"municipality":{"code":"0180",\
            "name":"Stockholm"},"county":{"code":"01","name":"Stockholms län"},"schoolForms":["grundskola"],%s\
            "status":"active"}""".formatted(unit, grades == null ? "" : "\"grades\":" + grades + ",");
        Contracts.assertValid(TYPE, state);
        Events.send(TOPIC, TYPE, unit, version, state);
    }

    private void awaitVersion(String unit, long version) {
        await().until(() -> jdbi.withHandle(handle -> handle.select(
                                "select count(*) from inbox where topic = ? and subject = ? and version = ?",
                                TOPIC,
                                unit,
                                version)
                        .mapTo(Long.class)
                        .one())
                == 1);
    }

    private List<String> grades(String unit) {
        return jdbi.withHandle(handle -> handle.select(
                        "select school_form || ' ' || cast(grades as text) from unit_grades where unit = ? order by school_form",
                        unit)
                .mapTo(String.class)
                .list());
    }

    /** With the transaction that wrote each. */
    private List<String> rowsAsWritten(String unit) {
        return jdbi.withHandle(
                handle -> handle.select("select school_form || ' by ' || xmin from unit_grades where unit = ?", unit)
                        .mapTo(String.class)
                        .list());
    }
}
