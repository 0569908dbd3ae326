package se.skolkvalitet.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicChangesTest {
    private static final String TOPICS = """
            channels:
              offices:
                address: regional.offices
                messages:
                  officeV1: {$ref: '#/components/messages/officeV1'}
                  closedV1: {$ref: '#/components/messages/closedV1'}
                bindings: {kafka: {partitions: 4, replicas: 3, topicConfiguration: {cleanup.policy: [compact]}}}
            components:
              messages:
                officeV1:
                  name: office.v1
                  title: State of an office
                  contentType: application/json
                  headers: {$ref: '#/components/schemas/headers'}
                  payload: {$ref: 'events/office.v1.schema.json'}
                closedV1: {name: closed.v1}
              schemas:
                headers: {type: object, required: [ce_id], properties: {ce_id: {type: string}, ce_epoch: {type: integer}}}
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a topic gone             | address: regional.offices  | address: regional.bureaus  | regional.offices is gone
                    a message gone           | closedV1: {$ref            | shutV1: {$ref              | regional.offices/closedV1 is gone
                    other partitions         | partitions: 4              | partitions: 8              | regional.offices/partitions
                    kept in another way      | [compact]                  | [delete]                   | regional.offices/topicConfiguration
                    another type             | name: office.v1            | name: bureau.v1            | regional.offices/officeV1/name
                    another media type       | application/json           | application/avro           | regional.offices/officeV1/contentType
                    another schema           | events/office.v1           | events/bureau.v1           | regional.offices/officeV1/payload
                    a header gone            | , ce_epoch: {type: integer}| ``                         | regional.offices/officeV1/headers/properties/ce_epoch
                    a header not sure        | required: [ce_id]          | required: []               | regional.offices/officeV1/headers/required
                    """)
    void whatIsNoAdditionBreaks(String what, String from, String to, String place) {
        List<String> breaking = TopicChanges.breaking(TOPICS, TOPICS.replace(from, to));

        assertThat(breaking).singleElement().asString().startsWith(place);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    nothing                  | address        | address
                    other words              | State of       | All that is known of
                    replicas                 | replicas: 3    | replicas: 5
                    a field of a binding     | replicas:      | bindingVersion: '0.5.0', replicas:
                    a header                 | ce_epoch:      | traceparent: {type: string}, ce_epoch:
                    """)
    void anAdditionBreaksNothing(String what, String from, String to) {
        List<String> breaking = TopicChanges.breaking(TOPICS, TOPICS.replace(from, to));

        assertThat(breaking).isEmpty();
    }
}
