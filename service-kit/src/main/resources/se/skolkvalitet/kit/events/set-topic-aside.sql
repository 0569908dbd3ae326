update outbox set set_aside_at = now(), reason = :reason where topic = :topic and position is null and set_aside_at is null
