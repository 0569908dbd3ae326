package se.skolkvalitet.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An API of two operations, changed in the ways that break clients and in those that do not. */
class ApiChangesTest {
    private static final String API = """
            openapi: 3.1.0
            info: {title: schools, version: "1"}
            paths:
              /v1/schools/{code}:
                summary: One of them
                parameters:
                - {name: code, in: path, required: true, schema: {type: string, pattern: "^[0-9]{8}$"}}
                get:
                  operationId: getSchool
                  parameters:
                  - {name: sex, in: query, schema: {type: string, enum: [T, W, M]}}
                  - {name: form, in: query, schema: {type: array, items: {$ref: "#/components/schemas/Form"}}}
                  - {name: limit, in: query, schema: {type: integer, default: 100, maximum: 1000}}
                  - {name: year, in: query, schema: {allOf: [{$ref: "#/components/schemas/Year"}, {default: latest}]}}
                  responses:
                    "200":
                      description: The school
                      headers: {ETag: {schema: {type: string}}}
                      content:
                        application/json:
                          schema: {$ref: "#/components/schemas/School"}
                    "304": {description: Unchanged}
                    default: {$ref: "#/components/responses/Problem"}
                post:
                  operationId: changeSchool
                  parameters:
                  - {$ref: "#/components/parameters/Key"}
                  requestBody:
                    required: false
                    content:
                      application/merge-patch+json:
                        schema: {$ref: "#/components/schemas/SchoolRequest"}
                  responses:
                    "204": {description: Changed}
            components:
              parameters:
                Key: {name: Idempotency-Key, in: header, schema: {type: string, maxLength: 255}}
              responses:
                Problem:
                  description: A problem
                  content:
                    application/problem+json:
                      schema: {type: object, properties: {detail: {type: string}}}
              schemas:
                School:
                  type: object
                  required: [code]
                  properties: {
                    code: {type: string},
                    pupils: {type: [integer, "null"], format: int32},
                    opened: {anyOf: [{$ref: "#/components/schemas/Year"}, {type: "null"}]},
                    status: {$ref: "#/components/schemas/Status"},
                    names: {type: object, additionalProperties: {type: string}},
                    parts: {type: array, items: {$ref: "#/components/schemas/School"}},
                    places: {type: array, items: {$ref: "#/components/schemas/Place"}}}
                SchoolRequest:
                  type: object
                  required: [name]
                  properties: {
                    name: {type: string},
                    nick: {type: [string, "null"]},
                    parts: {type: array, items: {$ref: "#/components/schemas/SchoolRequest"}}}
                Form: {type: string, enum: [GR, GY]}
                Year: {type: string, pattern: "^[0-9]{4}$"}
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
                    one of several to ask with      | enum: [GR, GY]                  | enum: [GR]
                    several to ask with             | {type: array, items: {$ref: "#/components/schemas/Form"}} | {$ref: "#/components/schemas/Form"}
                    more that must be asked with    | {name: sex, in: query,          | {name: sex, in: query, required: true,
                    what must be asked with anew    | - {name: sex,                   | - {name: day, in: query, required: true}\\n      - {name: sex,
                    what a parameter looks like     | {8}                             | {9}
                    how several are written         | {name: form, in: query,         | {name: form, in: query, explode: false,
                    what leaving out means          | default: 100                    | default: 50
                    that leaving out means anything | default: 100,                   |
                    a default of a shared type      | {default: latest}               | {default: first}
                    the most that may be asked for  | maximum: 1000                   | maximum: 500
                    the length of a shared header   | maxLength: 255                  | maxLength: 100
                    a status                        | "304"                           | "305"
                    the answer to all else          | default: {$ref                  | "400": {$ref
                    a property of that answer       | detail: {                       | details: {
                    a header of an answer           | ETag:                           | Tag:
                    a media type                    | application/json                | application/xml
                    a media type of a body          | application/merge-patch+json    | application/json
                    a body                          | requestBody:                    | x-body:
                    that a body may be left out     | required: false                 | required: true
                    a property that may be sent     | nick:                           | short:
                    one that may be left out        | required: [name]                | required: [name, nick]
                    one that may be null            | {type: [string, "null"]}        | {type: string}
                    the name of a generated method  | getSchool                       | readSchool
                    that nobody has to be known     | info:                           | security: [{oidc: []}]\\ninfo:
                    a property of an answer         | pupils:                         | children:
                    a property deep in an answer    | city:                           | town:
                    a type                          | code: {type: string}            | code: {type: integer}
                    a type that may be null         | type: [integer, "null"]         | type: [string, "null"]
                    a type of a map's values        | additionalProperties: {type: string} | additionalProperties: {type: integer}
                    a format                        | int32                           | int64
                    a property that is always there | required: [code]                | required: []
                    a value that is never null      | code: {type: string}            | code: {type: [string, "null"]}
                    a shared one that is never null | status: {$ref: "#/components/schemas/Status"} | status: {anyOf: [{$ref: "#/components/schemas/Status"}, {type: "null"}]}
                    an element that is never null   | items: {$ref: "#/components/schemas/Place"} | items: {oneOf: [{$ref: "#/components/schemas/Place"}, {type: "null"}]}
                    that there are only some values | {type: string, enum: [active, closed]} | {type: string}
                    """)
    void takingAwayBreaks(String what, String from, String to) {
        String newer = changed(from, to);

        List<String> breaking = ApiChanges.breaking(API, newer);

        assertThat(breaking).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a property of an answer     | status: {$ref             | level: {type: string}, status: {$ref
                    a property of a body        | nick:                     | short: {type: string}, nick:
                    a value of an enumeration   | [active, closed]          | [active, closed, planned]
                    a value to ask with         | [T, W, M]                 | [T, W, M, X]
                    a way to ask                | - {name: sex,             | - {name: day, in: query, schema: {default: x}}\\n      - {name: sex,
                    more that may be asked for  | maximum: 1000             | maximum: 2000
                    a status                    | "304":                    | "410": {description: Closed}\\n        "304":
                    a header                    | ETag: {schema             | Link: {schema: {type: string}}, ETag: {schema
                    another summary             | summary: One of them      | description: One of all
                    another description         | description: The school   | description: The school unit
                    that something is required  | required: [code]          | required: [code, places]
                    that a body need not have   | required: [name]          | required: []
                    that something may be null  | name: {type: string}      | name: {type: [string, "null"]}
                    that a shared one never is  | {anyOf: [{$ref: "#/components/schemas/Year"}, {type: "null"}]} | {$ref: "#/components/schemas/Year"}
                    a name for what had none    | code: {type: string}      | code: {$ref: "#/components/schemas/Code"}
                    """)
    void addingBreaksNothing(String what, String from, String to) {
        String newer = changed(from, to) + "    Code: {type: string}\n";

        List<String> breaking = ApiChanges.breaking(API, newer);

        assertThat(breaking).isEmpty();
    }

    @Test
    void anOperationMayBeAdded() {
        String newer = changed("paths:\n", """
                paths:
                  /v1/cities:
                    get: {operationId: listCities, responses: {"200": {description: All}}}
                """);

        List<String> breaking = ApiChanges.breaking(API, newer);

        assertThat(breaking).isEmpty();
    }

    /** What the generator writes is what is understood here. */
    @ParameterizedTest
    @ValueSource(strings = {"framework", "regional-office", "indicator", "dialogue"})
    void aContractIsWhatItIs(String service) {
        String contract = Releases.read(Releases.today().resolve("openapi/%s-service.yaml".formatted(service)));

        List<String> breaking = ApiChanges.breaking(contract, contract);

        assertThat(breaking).isEmpty();
    }

    @Test
    void whatBreaksIsToldWithItsPlace() {
        String newer = changed("city: {type: string}", "city: {type: integer}");

        List<String> breaking = ApiChanges.breaking(API, newer);

        assertThat(breaking)
                .containsExactly(
                        "/v1/schools/{code} get 200 application/json/properties/places/items/properties/city/type"
                                + ": was \"string\", is \"integer\"");
    }

    /** @param to may be empty; {@code \n} in either is a new line */
    private static String changed(String from, String to) {
        String newer = API.replace(from.replace("\\n", "\n"), to == null ? "" : to.replace("\\n", "\n"));
        assertThat(newer).as("the API with another '%s'", from).isNotEqualTo(API);
        return newer;
    }
}
