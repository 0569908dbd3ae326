package se.skolkvalitet.indicator.framework;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.skolkvalitet.indicator.framework.Edition.AreaFigures;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.kit.test.Contracts;
import se.skolkvalitet.kit.test.Events;
import se.skolkvalitet.kit.test.Neighbour;
import se.skolkvalitet.kit.test.Neighbour.Mood;

/** An edition is published while framework-service cannot be asked for it. */
@QuarkusTest
@WithTestResource(
        value = Neighbour.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "client", value = "framework_service_yaml"))
class EditionEventsTest {
    private static final String TOPIC = "framework.editions";
    private static final String TYPE = "se.skolkvalitet.framework.edition.published.v1";
    private static final int FIRST_NUMBER = 900;

    Neighbour framework;

    @Inject
    EditionStore editions;

    @Inject
    Jdbi jdbi;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IS_WELL")
    void anEditionThatCannotBeFetchedIsNotRememberedAndIsThereWhenItsServiceIsWellAgain(Mood trouble)
            throws IOException {
        int number = FIRST_NUMBER + trouble.ordinal();
        framework.serves(edition(number));
        framework.becomes(trouble);
        Events.send(TOPIC, TYPE, String.valueOf(number), 2, published(number));
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(4)).until(() -> remembered(number) == 0);

        framework.becomes(Mood.IS_WELL);

        await().atMost(Duration.ofSeconds(30)).until(() -> remembered(number) == 1);
        assertThat(editions.find(number).number()).isEqualTo(number);
        assertThat(editions.find(number).measures())
                .filteredOn(measure -> measure.code().equals("gr.merit-rating-9"))
                .singleElement()
                .extracting(Measure::areas)
                .isEqualTo(new AreaFigures(Set.of("municipality", "nation"), "kolada", "N15504"));
        assertThat(given().get("/v1/dead-letters").jsonPath().getList("items.key"))
                .doesNotContain(String.valueOf(number));
    }

    private long remembered(int number) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from inbox where topic = :topic and subject = :subject")
                        .bind("topic", TOPIC)
                        .bind("subject", String.valueOf(number))
                        .mapTo(Long.class)
                        .one());
    }

    private static String published(int number) {
        return "{\"number\":%d,\"validFrom\":\"2026-07-01\",\"link\":\"/v1/editions/%d\"}".formatted(number, number);
    }

    private static String edition(int number) throws IOException {
        String edition = Files.readString(
                Contracts.projectRoot().resolve("local-stack/src/main/resources/main-job/edition-1.json"));
        return "{\"number\":%d,".formatted(number) + edition.strip().substring(1);
    }
}
