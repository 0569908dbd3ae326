-- Changes a row only where the event is newer than what is known.
insert into inbox (topic, subject, epoch, version, event_id, event_time, received_at)
values (:topic, :subject, :epoch, :version, :eventId, :time, :now)
on conflict (topic, subject) do update
set epoch = excluded.epoch, version = excluded.version, event_id = excluded.event_id,
    event_time = excluded.event_time, received_at = excluded.received_at
where (inbox.epoch, inbox.version) < (excluded.epoch, excluded.version)
