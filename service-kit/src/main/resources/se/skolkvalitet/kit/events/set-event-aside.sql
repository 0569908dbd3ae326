update outbox set set_aside_at = now(), reason = ? where seq = ? and position is null
