package se.skolkvalitet.dialogue.neighbour;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.skolkvalitet.kit.test.Events;
import se.skolkvalitet.kit.test.Neighbour;
import se.skolkvalitet.kit.test.Neighbour.Mood;

/** An analysis is published while indicator-service cannot be asked for it. */
@QuarkusTest
@WithTestResource(
        value = Neighbour.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "client", value = "indicator_service_yaml"))
class AnalysisEventsTest {
    private static final String TOPIC = "indicator.analyses";
    private static final String TYPE = "se.skolkvalitet.indicator.analysis.published.v1";

    Neighbour indicator;

    @Inject
    Jdbi jdbi;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IS_WELL")
    void anAnalysisThatCannotBeFetchedIsNotRememberedAndIsThereWhenItsServiceIsWellAgain(Mood trouble) {
        String organiser = "555777000" + trouble.ordinal();
        indicator.serves("{\"release\":\"2026.1\",\"schoolUnits\":["
                + "{\"code\":\"10000001\",\"name\":\"A\",\"schoolForms\":[\"grundskola\"]},"
                + "{\"code\":\"10000002\",\"name\":\"B\",\"schoolForms\":[\"grundskola\"]}]}");
        indicator.becomes(trouble);
        Events.send(TOPIC, TYPE, organiser, 1, published(organiser));
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(4))
                .until(() -> count("select count(*) from inbox where subject = ?", organiser) == 0);

        indicator.becomes(Mood.IS_WELL);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> count("select count(*) from inbox where subject = ?", organiser) == 1);
        assertThat(count("select school_units from analysis where organiser = ?", organiser))
                .isEqualTo(2);
        assertThat(given().get("/v1/dead-letters").jsonPath().getList("items.key"))
                .doesNotContain(organiser);
    }

    private long count(String query, String organiser) {
        return jdbi.withHandle(handle -> handle.createQuery(query)
                .bind(0, organiser)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    private static String published(String organiser) {
        return "{\"organiser\":\"%s\",\"release\":\"2026.1\",\"link\":\"/v1/analyses/%s?release=2026.1\"}"
                .formatted(organiser, organiser);
    }
}
