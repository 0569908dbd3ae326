-- Tells which of some events, each of another aggregate, are newer than what is known, and remembers them. Two that take
-- in the same events at once lock rows in the same order, and wait for each other.
insert into inbox (topic, subject, epoch, version, event_id, event_time, received_at)
select topic, subject, epoch, version, "eventId", time, :now
from jsonb_to_recordset(:events) as event (
    topic text, subject text, epoch timestamptz, version bigint, "eventId" text, time timestamptz
)
order by topic, subject
on conflict (topic, subject) do update
set epoch = excluded.epoch, version = excluded.version, event_id = excluded.event_id,
    event_time = excluded.event_time, received_at = excluded.received_at
where (inbox.epoch, inbox.version) < (excluded.epoch, excluded.version)
returning topic, subject
