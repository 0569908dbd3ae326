package se.skolkvalitet.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One rule after the other, in what clients send and in what they get. */
class ApiSchemaChangesTest {
    private static final String TAKES = "requestBody: {content: {application/json: {schema: %s}}}";
    private static final String ANSWERS = "responses: {\"200\": {content: {application/json: {schema: %s}}}}";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    null              | {type: [string, "null"]}                 | {type: string}
                    null by reference | {anyOf: [{$ref: "#/it"}, {type: "null"}]} | {$ref: "#/it"}
                    elements          | {items: {type: [string, "null"]}}        | {items: {type: string}}
                    values of a map   | {additionalProperties: {required: [a]}}  | {additionalProperties: {required: [a, b]}}
                    required          | {required: [a]}                          | {required: [a, b]}
                    a new required    | {}                                       | {required: [a]}
                    a new enumeration | {}                                       | {enum: [a, b]}
                    deep down         | {properties: {a: {properties: {b: {}}}}} | {properties: {a: {properties: {b: {required: [c]}}}}}
                    """)
    void whatIsTakenMustNotBecomeNarrowerNorWhatIsAnsweredWider(String rule, String wide, String narrow) {
        List<String> takesLess = breaking(TAKES, wide, narrow);
        List<String> takesMore = breaking(TAKES, narrow, wide);
        List<String> answersLess = breaking(ANSWERS, wide, narrow);
        List<String> answersMore = breaking(ANSWERS, narrow, wide);

        assertThat(takesLess).hasSize(1);
        assertThat(takesMore).isEmpty();
        assertThat(answersLess).isEmpty();
        assertThat(answersMore).hasSize(1);
    }

    /** They are rules for who writes; what is read has its type only. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    maxLength         | {maxLength: 1000}                        | {maxLength: 200}
                    a new maxLength   | {}                                       | {maxLength: 200}
                    minLength         | {minLength: 2}                           | {minLength: 3}
                    a new minLength   | {}                                       | {minLength: 3}
                    pattern           | {}                                       | {pattern: "^a$"}
                    a choice          | `{pattern: "^(b[.]|a|c)$"}`              | `{pattern: "^(a|b[.])$"}`
                    maximum           | {maximum: 100}                           | {maximum: 9.5}
                    exclusiveMaximum  | {exclusiveMaximum: 100}                  | {exclusiveMaximum: 20}
                    minimum           | {minimum: -1}                            | {minimum: 0}
                    exclusiveMinimum  | {exclusiveMinimum: 1}                    | {exclusiveMinimum: 2}
                    multipleOf        | {}                                       | {multipleOf: 5}
                    maxItems          | {maxItems: 10}                           | {maxItems: 9}
                    a new maxItems    | {}                                       | {maxItems: 9}
                    minItems          | {minItems: 1}                            | {minItems: 2}
                    a new minItems    | {}                                       | {minItems: 1}
                    uniqueItems       | {}                                       | {uniqueItems: true}
                    """)
    void limitsAreMovedInAnswersAndOnlyWidenedInWhatIsTaken(String rule, String wide, String narrow) {
        assertThat(breaking(TAKES, wide, narrow)).hasSize(1);
        assertThat(breaking(TAKES, narrow, wide)).isEmpty();
        assertThat(breaking(ANSWERS, wide, narrow)).isEmpty();
        assertThat(breaking(ANSWERS, narrow, wide)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    type                    | {type: integer}                | {type: string}
                    format                  | {format: int32}                | {format: int64}
                    required                | {required: [a]}                | {required: [b]}
                    a choice                | {anyOf: [{type: integer}, {}]} | {anyOf: [{type: string}, {}]}
                    how many choices        | {oneOf: [{}, {}]}              | {oneOf: [{}, {}, {}]}
                    parts                   | {allOf: [{type: integer}]}     | {allOf: [{type: string}]}
                    what has no rule        | {contentEncoding: base64}      | {contentEncoding: base32}
                    another name            | {$ref: "#/it"}                 | {$ref: "#/that"}
                    that it is anything     | {}                             | {additionalProperties: false}
                    """)
    void whatIsNeitherNarrowerNorWiderBreaksBoth(String rule, String one, String other) {
        List<String> takes = breaking(TAKES, one, other);
        List<String> answers = breaking(ANSWERS, one, other);

        assertThat(takes).hasSize(1);
        assertThat(answers).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a value gone | {enum: [a, b]} | {enum: [a]}
                    another      | {enum: [a, b]} | {enum: [a, c]}
                    default      | {default: a}   | {default: b}
                    no default   | {default: a}   | {}
                    a default    | {}             | {default: a}
                    pattern      | {pattern: "^a$"} | {pattern: "^b$"}
                    a choice     | `{pattern: "^(a|b)$"}` | `{pattern: "^(a|c)$"}`
                    in a choice  | `{pattern: "^(a|b(c|d))$"}` | `{pattern: "^(a|b(c|d|e))$"}`
                    """)
    void breaksOnlyWhoSends(String rule, String one, String other) {
        List<String> takes = breaking(TAKES, one, other);
        List<String> answers = breaking(ANSWERS, one, other);

        assertThat(takes).hasSize(1);
        assertThat(answers).isEmpty();
    }

    private static String api(String direction, String schema) {
        return "{paths: {/v1/a: {post: {%s}}}, it: {type: string}, that: {type: string}}"
                .formatted(direction.formatted(schema));
    }

    private static List<String> breaking(String direction, String older, String newer) {
        return ApiChanges.breaking(api(direction, older), api(direction, newer));
    }
}
