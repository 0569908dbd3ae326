update outbox set set_aside_at = now(), reason = ? where topic = ? and position is null and set_aside_at is null
