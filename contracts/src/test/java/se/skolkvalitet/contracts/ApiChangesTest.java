package se.skolkvalitet.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An API of one operation, changed in the ways that break clients and in those that do not. */
class ApiChangesTest {
    private static final String API = """
            openapi: 3.1.0
            info: {title: schools, version: "1"}
            paths:
              /v1/schools/{code}:
                get:
                  operationId: getSchool
                  parameters:
                  - {name: code, in: path, required: true, schema: {type: string, pattern: "^[0-9]{8}$"}}
                  - {name: sex, in: query, schema: {type: string, enum: [T, W, M]}}
                  responses:
                    "200":
                      description: The school
                      content:
                        application/json:
                          schema: {$ref: "#/components/schemas/School"}
                    "304": {description: Unchanged}
            components:
              schemas:
                School:
                  type: object
                  required: [code]
                  properties: {
                    code: {type: string},
                    pupils: {type: [integer, "null"], format: int32},
                    status: {$ref: "#/components/schemas/Status"},
                    places: {type: array, items: {$ref: "#/components/schemas/Place"}}}
                Status: {type: string, enum: [active, closed]}
                Place:
                  type: object
                  properties:
                    city: {type: string}
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a path                          | /v1/schools/{code}:             | /v1/units/{code}:
                    a method                        | get:                            | put:
                    a way to ask                    | name: sex                       | name: gender
                    a value to ask with             | [T, W, M]                       | [T, W]
                    more that must be asked with    | {name: sex, in: query,          | {name: sex, in: query, required: true,
                    what a parameter looks like     | {8}                             | {9}
                    a status                        | "304"                           | "305"
                    a media type                    | application/json                | application/xml
                    the name of a generated method  | getSchool                       | readSchool
                    a property of an answer         | pupils:                         | children:
                    a property deep in an answer    | city:                           | town:
                    a type                          | code: {type: string}            | code: {type: integer}
                    a type that may be null         | type: [integer, "null"]         | type: [string, "null"]
                    a format                        | int32                           | int64
                    a property that is always there | required: [code]                | required: []
                    """)
    void takingAwayBreaks(String what, String from, String to) {
        String newer = API.replace(from, to);

        String breaking = ApiChanges.breaking(API, newer);

        assertThat(breaking).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a property of an answer     | status: {$ref             | level: {type: string}, status: {$ref
                    a value of an enumeration   | [active, closed]          | [active, closed, planned]
                    a value to ask with         | [T, W, M]                 | [T, W, M, X]
                    another description         | description: The school   | description: The school unit
                    that something is required  | required: [code]          | required: [code, places]
                    """)
    void addingBreaksNothing(String what, String from, String to) {
        String newer = API.replace(from, to);

        String breaking = ApiChanges.breaking(API, newer);

        assertThat(breaking).isEmpty();
    }

    @Test
    void anOperationMayBeAdded() {
        String newer = API.replace("paths:\n", """
                paths:
                  /v1/cities:
                    get: {operationId: listCities, responses: {"200": {description: All}}}
                """);

        String breaking = ApiChanges.breaking(API, newer);

        assertThat(breaking).isEmpty();
    }
}
