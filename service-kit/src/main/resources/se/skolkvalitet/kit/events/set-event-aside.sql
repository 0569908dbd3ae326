update outbox set set_aside_at = now(), reason = :reason where seq = :seq and position is null
