package se.skolkvalitet.indicator.protection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.indicator.testsupport.MovedClock;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;

/** A release of the same edition, statistics and register, made anew. */
@QuarkusTest
class SameInputsSameBytesTest {
    private static final Duration NEXT_YEAR = Duration.ofDays(400);

    @Inject
    Jdbi jdbi;

    @AfterEach
    void today() {
        MovedClock.setAhead(Duration.ZERO);
    }

    @Test
    void filesAreTheSameOnAnotherDayInAnotherOrder() throws IOException {
        MadeUpCountry country = MadeUpCountry.of(3);
        JsonPath one = released(country, List.of(country.statistics()));
        MovedClock.setAhead(NEXT_YEAR);

        JsonPath other = released(shuffled(country), inPortions(country));

        assertThat(other.getString("release")).isNotEqualTo(one.getString("release"));
        assertThat(other.getList("imports"))
                .hasSizeGreaterThan(one.getList("imports").size());
        assertThat(checksums(other)).isEqualTo(checksums(one)).hasSize(3);
    }

    @Test
    void filesOfACorrectionAreToo() throws IOException {
        MadeUpCountry country = MadeUpCountry.of(3);
        String corrected = country.corrected(4).statistics();
        released(country, List.of(country.statistics()));
        JsonPath one = corrected(corrected);

        MadeUpReleases.edition(jdbi);
        shuffled(country).register(jdbi);
        MadeUpReleases.imported(corrected, "");
        // Of no release, but it takes numbers.
        ThreeUnits.calculated();
        MadeUpReleases.imported(country.statistics(), "");
        ThreeUnits.released();
        JsonPath other = corrected(corrected);

        assertThat(other.getList("calculation.knownReleases"))
                .isEqualTo(one.getList("calculation.knownReleases"))
                .hasSize(1);
        assertThat(other.getLong("calculation.number")).isGreaterThan(one.getLong("calculation.number"));
        assertThat(checksums(other)).isEqualTo(checksums(one)).hasSize(3);
    }

    private static JsonPath corrected(String statistics) {
        String latest = given().get("/v1/releases/latest").jsonPath().getString("id");
        MadeUpReleases.imported(statistics, "");
        long calculation = ThreeUnits.calculated().getLong("report.number");
        assertThat(ThreeUnits.released(Map.of("calculation", calculation, "corrects", latest))
                        .getString("state"))
                .isEqualTo("completed");
        return given().get("/v1/releases/latest/manifest").jsonPath();
    }

    /** So that the tests above would see it. */
    @Test
    void otherFiguresGiveOtherFiles() throws IOException {
        MadeUpCountry country = MadeUpCountry.of(3);
        JsonPath one = released(country, List.of(country.statistics()));

        JsonPath other = released(country, List.of(country.corrected(3).statistics()));

        assertThat(checksums(other).values())
                .doesNotContainAnyElementsOf(checksums(one).values());
    }

    private JsonPath released(MadeUpCountry country, List<String> files) throws IOException {
        MadeUpReleases.edition(jdbi);
        country.register(jdbi);
        files.forEach(file -> MadeUpReleases.imported(file, ""));
        assertThat(ThreeUnits.released().getString("state")).isEqualTo("completed");
        return given().get("/v1/releases/latest/manifest").jsonPath();
    }

    private static Map<Object, Object> checksums(JsonPath manifest) {
        return manifest.<Map<String, Object>>getList("files").stream()
                .collect(Collectors.toMap(file -> file.get("name"), file -> file.get("sha256")));
    }

    private static MadeUpCountry shuffled(MadeUpCountry country) {
        List<MadeUpCountry.Unit> units = new ArrayList<>(country.units());
        Collections.shuffle(units, new Random(1));
        return new MadeUpCountry(units);
    }

    /** First what is corrected in the end, then all lines in another order, in several files. */
    private static List<String> inPortions(MadeUpCountry country) {
        List<String> lines =
                new ArrayList<>(country.statistics().lines().skip(1).collect(Collectors.toList()));
        Collections.shuffle(lines, new Random(2));
        int half = lines.size() / 2;
        return List.of(
                country.corrected(5).statistics(),
                file(lines.subList(half, lines.size())),
                file(lines.subList(0, half)));
    }

    private static String file(List<String> lines) {
        return lines.stream().collect(Collectors.joining("\n", MadeUpCountry.HEADER, "\n"));
    }
}
