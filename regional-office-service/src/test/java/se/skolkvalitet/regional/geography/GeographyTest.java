package se.skolkvalitet.regional.geography;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class GeographyTest {
    @ParameterizedTest
    @CsvSource({"/v1/municipalities, 60, 290", "/v1/counties, 4, 21"})
    void everyOneIsOnExactlyOnePage(String path, int limit, int all) {
        Set<String> codes = new HashSet<>();
        int rows = 0;
        String cursor = null;
        do {
            var request = given().queryParam("limit", limit);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract();
            List<String> onPage = page.path("items.code");
            codes.addAll(onPage);
            rows += onPage.size();
            cursor = page.path("next");
            assertThat(page.header("Link").contains("rel=\"next\"")).isEqualTo(cursor != null);
        } while (cursor != null);

        assertThat(codes).hasSize(all);
        assertThat(rows).isEqualTo(all);
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
