package se.skolkvalitet.regional.geography;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GeographyTest {
    @Test
    void everyOneOf290MunicipalitiesIsOnExactlyOnePage() {
        Set<String> codes = new HashSet<>();
        int rows = 0;
        String cursor = null;
        do {
            var request = given().queryParam("limit", 60);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/municipalities")
                    .then()
                    .statusCode(200)
                    .extract();
            List<String> onPage = page.path("items.code");
            codes.addAll(onPage);
            rows += onPage.size();
            cursor = page.path("next");
            assertThat(page.header("Link") != null).isEqualTo(cursor != null);
        } while (cursor != null);

        assertThat(codes).hasSize(290);
        assertThat(rows).isEqualTo(290);
    }

    @Test
    void aCountyIsItsMunicipalities() {
        List<String> names = given().queryParam("county", "09")
                .get("/v1/municipalities")
                .then()
                .statusCode(200)
                .extract()
                .path("items.name");

        assertThat(names).containsExactly("Gotland");
    }
}
