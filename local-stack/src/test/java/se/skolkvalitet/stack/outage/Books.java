package se.skolkvalitet.stack.outage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import se.skolkvalitet.stack.LocalStack;
import se.skolkvalitet.stack.ServiceKind;
import se.skolkvalitet.stack.TestStack;

/** What the services' databases say, compared with what was accepted and with each other. */
final class Books {
    /** Each event that an inbox comes to know, so that an event which is applied twice is seen. */
    private static final List<String> KEEP_WHAT_IS_APPLIED = List.of(
            "create table applied_event (topic text not null, event_id text not null)",
            "create function note_applied() returns trigger language plpgsql as $$ begin"
                    + " insert into applied_event values (new.topic, new.event_id); return null; end $$",
            "create trigger note_applied after insert or update on inbox for each row execute function note_applied()");

    private final LocalStack stack;

    private Books(LocalStack stack) {
        this.stack = stack;
    }

    /** Before anything has happened. */
    static Books open(LocalStack stack) throws SQLException {
        for (ServiceKind service : ServiceKind.values()) {
            try (Connection connection = TestStack.connect(stack, service);
                    var statement = connection.createStatement()) {
                for (String sql : KEEP_WHAT_IS_APPLIED) {
                    statement.execute(sql);
                }
            }
        }
        return new Books(stack);
    }

    long count(ServiceKind service, String sql, Object... parameters) throws SQLException {
        try (Connection connection = TestStack.connect(stack, service);
                var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    List<String> texts(ServiceKind service, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = TestStack.connect(stack, service);
                var query = connection.prepareStatement(sql);
                var rows = query.executeQuery()) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /** The ids of all events of a topic, as its producer has them. */
    List<String> sent(Following following) throws SQLException {
        return texts(
                following.producer(),
                "select id::text from outbox where topic = '%s' order by 1".formatted(following.topic()));
    }

    /** The ids of all events of a topic that a follower has applied, as often as it did. */
    List<String> applied(Following following) throws SQLException {
        return texts(
                following.follower(),
                "select event_id from applied_event where topic = '%s' order by 1".formatted(following.topic()));
    }

    /** Whether all events have been sent and applied. */
    boolean areBalanced() throws SQLException {
        for (ServiceKind service : ServiceKind.values()) {
            if (count(service, "select count(*) from outbox where position is null and set_aside_at is null") > 0) {
                return false;
            }
        }
        for (Following following : Following.ALL) {
            if (applied(following).size() < sent(following).size()) {
                return false;
            }
        }
        return true;
    }

    /** How often what was accepted is there: once, where all is well. */
    long found(Load.Accepted accepted) throws SQLException {
        return switch (accepted.kind()) {
            case "edition" ->
                count(ServiceKind.FRAMEWORK, "select count(*) from edition where title_en = ?", accepted.name());
            case "published edition" ->
                count(
                        ServiceKind.FRAMEWORK,
                        "select count(*) from edition where title_en = ? and state = 'published'",
                        accepted.name());
            case "adviser" ->
                count(ServiceKind.REGIONAL_OFFICE, "select count(*) from adviser where reference = ?", accepted.name());
            case "renamed unit" ->
                count(
                        ServiceKind.REGIONAL_OFFICE,
                        "select count(*) from outbox where topic = 'regional.school-units' and data ->> 'name' = ?",
                        accepted.name());
            case "observation" ->
                count(ServiceKind.INDICATOR, "select count(*) from observation where raw = ?", accepted.name());
            case "release" ->
                count(ServiceKind.INDICATOR, "select count(*) from release where id = ?", accepted.name());
            case "round" ->
                count(
                        ServiceKind.DIALOGUE,
                        "select count(*) from round where code = ? and dialogues ="
                                + " (select count(*) from dialogue where dialogue.round = code)",
                        accepted.name());
            case "transfer" -> passedTimes(Integer.parseInt(accepted.name()));
            default -> throw new IllegalArgumentException(accepted.kind());
        };
    }

    /** Each transfer announces the office that gives the county once; the odd ones are from Luleå, the others from Umeå. */
    private long passedTimes(int number) throws SQLException {
        long versions = count(
                ServiceKind.REGIONAL_OFFICE,
                "select count(*) from outbox where topic = 'regional.offices' and subject = 'lulea'"
                        + " and version > (select min(version) from outbox where topic = 'regional.offices'"
                        + " and subject = 'lulea')");
        return versions >= number ? 1 : 0;
    }
}
