package se.skolkvalitet.kit.events;

/**
 * Something that a service tells the others about one of its aggregates.
 *
 * @param topic Kafka topic, named after the aggregate: {@code regional.organisers}
 * @param type CloudEvents type, which is also the name of its schema in {@code contracts/events}
 * @param subject the aggregate's id; also the Kafka key, so that order per aggregate holds
 * @param version of the aggregate, higher with each of its events
 * @param data the payload, a record that becomes JSON
 */
public record Event(String topic, String type, String subject, long version, Object data) {}
