package se.skolkvalitet.regional;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.regional.testsupport.Offices;
import se.skolkvalitet.regional.testsupport.Register;

/** A typing error in a filter never looks like an empty result. */
@QuarkusTest
class FiltersTest {
    @BeforeEach
    void fill() {
        Offices.put("linkoping", null, "{\"name\":\"Linköping\",\"municipality\":\"0580\"}");
        Register.imported(Register.unit("20000201", Register.organiser(900900), "0580"), "atomic");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/advisers?office=linkopign | office | There is no office linkopign; the nearest: linkoping (Linköping)",
                "/v1/organisers?office=linkopign | office | There is no office linkopign; the nearest: linkoping (Linköping)",
                "/v1/municipalities?county=99 | county | There is no county 99; the nearest: 09 (Gotlands län)",
                "/v1/school-units?municipality=0185 | municipality | There is no municipality 0185; the nearest: 0115 (",
                "/v1/school-units?organiser=5569009011 | organiser | There is no organiser 5569009011; the nearest: 5569009003 (Huvudman)"
            })
    void anUnknownCodeIsNamedWithTheNearestOnes(String path, String field, String message) {
        given().get(path)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo(field))
                .body("errors[0].rule", equalTo("unknown"))
                .body("errors[0].message", startsWith(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/v1/advisers?office=Linkoping | office | pattern | 'Linkoping' is not an office code of at most 40 lower-case letters a-z and hyphens; the nearest: linkoping (Linköping)",
                "/v1/organisers?office=Linköping | office | pattern | 'Linköping' is not an office code of at most 40 lower-case letters a-z and hyphens; the nearest: linkoping (Linköping)",
                "/v1/municipalities?county=5 | county | pattern | '5' is not a county code of two digits; the nearest: 05 (Östergötlands län)",
                "/v1/school-units?municipality=580 | municipality | pattern | '580' is not a municipality code of four digits; the nearest: 0580 (Linköping)",
                "/v1/school-units?organiser=556900-9003 | organiser | pattern | '556900-9003' is not an organisation number of ten digits; the nearest: 5569009003 (Huvudman)",
                "/v1/school-units?organiser=5569009004 | organiser | check-digit | The organisation number '5569009004' has a wrong check digit; the nearest: 5569009003 (Huvudman)"
            })
    void whatIsNoCodeAtAllIsNamedWithTheNearestOnesToo(String path, String field, String rule, String message) {
        given().get(path)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo(field))
                .body("errors[0].rule", equalTo(rule))
                .body("errors[0].message", startsWith(message));
    }

    /** Who opens an office gives it a code that is not there yet. */
    @Test
    void nothingIsSuggestedForWhatAPathNames() {
        given().get("/v1/offices/Linkoping")
                .then()
                .statusCode(400)
                .body(
                        "errors[0].message",
                        equalTo("'Linkoping' is not an office code of at most 40 lower-case letters a-z and hyphens"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/advisers?office=",
                "/v1/organisers?office=",
                "/v1/organisers?kind=",
                "/v1/municipalities?county=",
                "/v1/school-units?organiser=",
                "/v1/school-units?municipality="
            })
    void anEmptyFilterIsRefused(String path) {
        given().get(path).then().statusCode(400).body("errors[0].rule", equalTo("empty"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/advisers",
                "/v1/counties",
                "/v1/municipalities",
                "/v1/offices",
                "/v1/organisers",
                "/v1/school-units"
            })
    void aCursorOfAnotherCollectionIsRefused(String path) {
        String foreign = "Zm9yZWlnbiE";

        given().queryParam("cursor", foreign)
                .get(path)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("cursor"));
    }

    @Test
    void aKnownCodeWithoutRowsIsAnEmptyPage() {
        Offices.open("norrkoping", "0581");

        given().get("/v1/advisers?office=norrkoping").then().statusCode(200).body("items.size()", equalTo(0));
    }
}
