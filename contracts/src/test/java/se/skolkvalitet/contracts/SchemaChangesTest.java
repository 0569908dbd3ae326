package se.skolkvalitet.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaChangesTest {
    private static final String SCHEMA = """
            {"$id": "urn:a", "title": "A school", "type": "object", "required": ["code"],
             "properties": {
               "code": {"type": "string", "pattern": "^[0-9]{8}$"},
               "kind": {"enum": ["municipal", "independent"]},
               "office": {"anyOf": [{"type": "string"}, {"type": "null"}]},
               "place": {"type": "object", "properties": {"city": {"type": "string"}}},
               "forms": {"type": "array", "items": {"type": "string"}}}}
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    another id               | urn:a                    | urn:b                     | /$id
                    a property gone          | "kind"                   | "sort"                    | /properties/kind
                    a property gone deeper   | "city"                   | "town"                    | /properties/place/properties/city
                    newly required           | ["code"]                 | ["code", "kind"]          | /required
                    no longer required       | ["code"]                 | []                        | /required
                    another type             | "code": {"type": "string"| "code": {"type": "integer"| /properties/code/type
                    another pattern          | {8}                      | {9}                       | /properties/code/pattern
                    a value gone             | , "independent"          | ``                        | /properties/kind/enum
                    null where none was      | "city": {"type": "string"| "city": {"type": ["string", "null"]| /properties/place/properties/city/type
                    null no longer           | {"type": "null"}         | {"type": "string"}        | /properties/office/anyOf/1/type
                    other elements           | "items": {"type": "string"| "items": {"type": "integer"| /properties/forms/items/type
                    no room for additions    | "A school",              | "A school", "additionalProperties": false,| /additionalProperties
                    a new rule               | "type": "array",         | "type": "array", "maxItems": 3,| /properties/forms/maxItems
                    """)
    void whatIsNoAdditionBreaks(String what, String from, String to, String place) {
        String newer = SCHEMA.replace(from, to);

        List<String> breaking = SchemaChanges.breaking(SCHEMA, newer);

        assertThat(breaking).singleElement().asString().startsWith(place);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    nothing                  | urn:a                    | urn:a
                    other words              | A school                 | A school unit
                    a property               | "kind":                  | "since": {"type": "string"}, "kind":
                    a property deeper        | "city":                  | "street": {"type": "string"}, "city":
                    a value                  | "independent"            | "independent", "state"
                    """)
    void anAdditionBreaksNothing(String what, String from, String to) {
        String newer = SCHEMA.replace(from, to);

        List<String> breaking = SchemaChanges.breaking(SCHEMA, newer);

        assertThat(breaking).isEmpty();
    }
}
