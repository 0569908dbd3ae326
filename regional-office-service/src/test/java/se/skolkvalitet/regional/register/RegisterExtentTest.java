package se.skolkvalitet.regional.register;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static se.skolkvalitet.regional.testsupport.Register.importedAsOf;
import static se.skolkvalitet.regional.testsupport.Register.organiser;
import static se.skolkvalitet.regional.testsupport.Register.unit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.test.Contracts;
import se.skolkvalitet.regional.testsupport.Told;

/** Of which counties the register has had all units, as the imports of whole files say. */
@QuarkusTest
class RegisterExtentTest {
    private static final String JAMTLAND = "23";
    private static final String FILE = unit("20000951", organiser(951), "2380");
    private static final int MORE_THAN_MAY_BE_CLOSED = 11;

    @Inject
    Told told;

    @Inject
    Jdbi jdbi;

    @Inject
    RegisterExtentStore extent;

    @BeforeEach
    @AfterEach
    void nothingWasEverWhole() {
        jdbi.useTransaction(handle -> {
            handle.execute("delete from outbox where topic = ?", RegisterExtent.State.TOPIC);
            handle.execute("delete from whole_county");
            handle.execute("delete from membership where unit ~ '^200009[5-9]'");
            handle.execute("delete from school_unit where code ~ '^200009[5-9]'");
        });
    }

    @Test
    void whileNoFileWasEverWholeNoCountyHasADay() {
        importedAsOf("2025-10-15", FILE);

        given().get("/v1/register")
                .then()
                .statusCode(200)
                .body("counties", hasSize(21))
                .body("counties.wholeOn.findAll { it != null }", hasSize(0))
                .body("version", equalTo(0));
        assertThat(events()).isEmpty();
    }

    @Test
    void theDayOfAWholeFileIsRememberedForItsCountyAndTold() {
        importedAsOf("2025-10-15", "atomic", JAMTLAND, FILE);

        given().get("/v1/register")
                .then()
                .body("counties.find { it.code == '23' }.name", equalTo("Jämtlands län"))
                .body("counties.find { it.code == '23' }.wholeOn", equalTo("2025-10-15"))
                .body("counties.find { it.code == '22' }.wholeOn", nullValue())
                .body("version", equalTo(1));
        assertThat(events()).singleElement().satisfies(data -> {
            Contracts.assertValid(RegisterExtent.State.TYPE, data);
            assertThat(wholeOn(data)).containsExactly("23 2025-10-15");
            assertThat(JsonPath.from(data).getList("counties")).hasSize(21);
        });
    }

    @Test
    void aFileOfTheWholeCountryHasEachCounty() {
        LocalDate day = LocalDate.of(2025, 10, 15);

        QuarkusTransaction.requiringNew().run(() -> extent.remember(day, List.of(RegisterImportJob.COUNTRY)));

        assertThat(events())
                .singleElement()
                .satisfies(data -> assertThat(wholeOn(data)).hasSize(21).contains("01 2025-10-15", "25 2025-10-15"));
    }

    @Test
    void aNewerDayTakesThePlaceOfTheOneThatWasKnown() {
        importedAsOf("2025-10-15", "atomic", JAMTLAND, FILE);

        importedAsOf("2025-10-16", "atomic", JAMTLAND, FILE);

        assertThat(events()).hasSize(2).last().satisfies(data -> assertThat(wholeOn(data))
                .containsExactly("23 2025-10-16"));
        assertThat(versions()).containsExactly(1L, 2L);
    }

    @Test
    void anOlderDayAndTheSameDayAreNoNews() {
        importedAsOf("2025-10-15", "atomic", JAMTLAND, FILE);

        importedAsOf("2025-10-15", "atomic", JAMTLAND, FILE);
        importedAsOf("2025-10-14", "atomic", JAMTLAND, FILE);

        assertThat(events()).singleElement().satisfies(data -> assertThat(wholeOn(data))
                .containsExactly("23 2025-10-15"));
    }

    @Test
    void anotherCountyIsANewVersionOfTheSameRegister() {
        importedAsOf("2025-10-15", "atomic", JAMTLAND, FILE);

        importedAsOf("2025-10-14", "atomic", "22", unit("20000952", organiser(952), "2280"));

        assertThat(wholeOn(events().get(1))).containsExactly("22 2025-10-14", "23 2025-10-15");
        assertThat(versions()).containsExactly(1L, 2L);
    }

    @Test
    void aFileWithAFaultMayLackTheUnitOfItsLine() {
        JsonPath job = importedAsOf("2025-10-15", "lenient", JAMTLAND, FILE + "not json\n");

        assertThat(job.getString("state")).isEqualTo("completed");
        assertThat(events()).isEmpty();
    }

    @Test
    void anImportThatClosesMoreThanItMayRemembersNothing() {
        importedAsOf("2025-10-14", FILE + others());

        JsonPath job = importedAsOf("2025-10-15", "atomic", JAMTLAND, FILE);

        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(events()).isEmpty();
    }

    private static String others() {
        return IntStream.range(0, MORE_THAN_MAY_BE_CLOSED)
                .mapToObj(number -> unit("200009%02d".formatted(60 + number), organiser(951), "2380"))
                .collect(Collectors.joining());
    }

    private List<String> events() {
        return told.of(RegisterExtent.State.TOPIC, RegisterExtent.State.KEY);
    }

    private List<Long> versions() {
        return jdbi.withHandle(handle -> handle.select(
                        "select version from outbox where topic = ? order by seq", RegisterExtent.State.TOPIC)
                .mapTo(Long.class)
                .list());
    }

    /** The counties that have a day, each with it. */
    private static List<String> wholeOn(String data) {
        return JsonPath.from(data)
                .getList("counties.findAll { it.wholeOn != null }.collect { it.code + ' ' + it.wholeOn }");
    }
}
