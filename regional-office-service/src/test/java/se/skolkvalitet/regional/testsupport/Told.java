package se.skolkvalitet.regional.testsupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What the service has told the others so far. */
@ApplicationScoped
public class Told {
    @Inject
    Jdbi jdbi;

    /** The data of each event about an aggregate, oldest first. */
    public List<String> of(String topic, String subject) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select data from outbox where topic = :topic and subject = :subject order by seq")
                .bind("topic", topic)
                .bind("subject", subject)
                .mapTo(String.class)
                .list());
    }

    /** The trace context of each event about an aggregate, oldest first. */
    public List<String> tracesOf(String topic, String subject) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select traceparent from outbox where topic = :topic and subject = :subject order by seq")
                .bind("topic", topic)
                .bind("subject", subject)
                .mapTo(String.class)
                .list());
    }
}
