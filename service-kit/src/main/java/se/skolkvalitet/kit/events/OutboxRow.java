package se.skolkvalitet.kit.events;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * An event as it waits in the outbox.
 *
 * @param epoch which history of the producing database it belongs to
 * @param traceparent of the span in which it came about; null where there was none
 */
public record OutboxRow(
        long seq,
        UUID id,
        String topic,
        String type,
        String subject,
        long version,
        OffsetDateTime epoch,
        OffsetDateTime occurredAt,
        String traceparent,
        String data) {}
