package se.skolkvalitet.kit.events;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import se.skolkvalitet.kit.test.OldDatabase;

/** A database in which the key and the headers of a dead letter were text. */
public class DatabaseOfTextLetters extends OldDatabase {
    static final Letter ORDINARY = new Letter(
            UUID.fromString("00000000-0000-7000-8000-000000000001"),
            "skövde",
            """
            {"ce_specversion": "1.0", "ce_id": "a", "ce_source": "/test", "ce_subject": "skövde",
             "ce_type": "se.skolkvalitet.regional.office.v1", "ce_aggregateversion": "1",
             "content-type": "application/json"}""",
            "{\"code\": \"skövde\", \"name\": \"Skövde\"}");

    /** Its headers are longer than a line of base 64. */
    static final Letter LONG = new Letter(
            UUID.fromString("00000000-0000-7000-8000-000000000002"),
            "long",
            """
            {"ce_specversion": "1.0", "ce_id": "b", "ce_source": "/test", "ce_subject": "%s",
             "ce_type": "se.skolkvalitet.regional.office.v1", "ce_aggregateversion": "1",
             "content-type": "application/json"}""".formatted("long".repeat(100)),
            "{\"code\": \"long\", \"name\": \"Long\"}");

    static final Letter EMPTY = new Letter(UUID.fromString("00000000-0000-7000-8000-000000000003"), null, "{}", null);

    static final List<Letter> ALL = List.of(ORDINARY, LONG, EMPTY);

    /** A dead letter as it was then. */
    record Letter(UUID id, String key, String headers, String value) {}

    @Override
    protected String version() {
        return "0.1";
    }

    @Override
    protected void fill(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into dead_letter"
                + " (id, topic, partition, record_offset, key, headers, value, reason, failed_at)"
                + " values (?, 'regional.offices', 0, ?, ?, cast(? as json), convert_to(?, 'UTF8'), 'then', now())")) {
            for (int i = 0; i < ALL.size(); i++) {
                Letter letter = ALL.get(i);
                insert.setObject(1, letter.id());
                insert.setLong(2, i);
                insert.setObject(3, letter.key(), Types.VARCHAR);
                insert.setString(4, letter.headers());
                insert.setObject(5, letter.value(), Types.VARCHAR);
                insert.executeUpdate();
            }
        }
    }
}
