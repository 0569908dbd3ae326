package se.skolkvalitet.indicator.protection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;

/** Publishes a made-up country, and reads all that is told of it. */
final class MadeUpReleases {
    private MadeUpReleases() {}

    /** In place of all that the database held: an edition with a share, the counts that it is of, and a mean weighted by them. */
    static void edition(Jdbi jdbi) throws IOException {
        ThreeUnits.registerWithEditionOfCsv(jdbi);
        jdbi.useHandle(handle -> handle.execute("""
                update edition set document = jsonb_set(document::jsonb, '{indicators}', document::jsonb -> 'indicators' || '[{
                    "code": "PUPILS", "subGoals": [], "schoolForms": ["grundskola"], "unit": "number", "decimals": 0,
                    "direction": "none", "periodKind": "school-year", "formula": "sum(gr.pupils)"
                }]'::jsonb)::json
                """));
    }

    /** How uncertain counts have to be that are withheld: as the edition says. */
    static void width(Jdbi jdbi, int width) {
        disclosure(jdbi, "{\"leastGroup\": 10, \"leastCount\": 5, \"width\": %d}".formatted(width));
    }

    /** @param rules by which the edition protects pupils */
    static void disclosure(Jdbi jdbi, String rules) {
        jdbi.useHandle(handle -> handle.execute(
                "update edition set document = jsonb_set(document::jsonb, '{disclosure}', ?::jsonb)::json", rules));
    }

    /** @param licence what is added to the address of the import; empty where there is none */
    static void imported(String statistics, String licence) {
        assertThat(ThreeUnits.uploaded("/v1/imports?source=csv" + licence, "text/csv", statistics)
                        .getString("state"))
                .isEqualTo("completed");
    }

    /** Of the latest release. */
    static Stream<Map<String, Object>> values() {
        List<Map<String, Object>> values = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = given().get("/v1/values?limit=1000" + cursor).jsonPath();
            values.addAll(page.getList("items"));
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }
        return values.stream();
    }

    /** All that the values of the latest release tell. */
    static Set<Attack.Told> told() {
        return values().filter(value -> value.get("value") != null)
                // By its bounds alone.
                .filter(value -> !value.get("status").equals("rounded"))
                .flatMap(Attack::toldBy)
                .collect(Collectors.toSet());
    }
}
