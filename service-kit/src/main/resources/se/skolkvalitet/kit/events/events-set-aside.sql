select
    seq, id, topic, type, subject, version, occurred_at, set_aside_at, reason,
    exists (
        select 1
        from outbox as newer
        where newer.topic = outbox.topic and newer.subject = outbox.subject and newer.seq > outbox.seq
            and newer.set_aside_at is null
    ) as superseded
from outbox
where set_aside_at is not null and seq > :after
order by seq
limit :limit
