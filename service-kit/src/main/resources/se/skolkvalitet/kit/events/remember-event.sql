-- Changes a row only where the event is newer than what is known.
insert into inbox (topic, subject, version, event_id, received_at)
values (:topic, :subject, :version, :eventId, :now)
on conflict (topic, subject) do update
set version = excluded.version, event_id = excluded.event_id, received_at = excluded.received_at
where inbox.version < excluded.version
