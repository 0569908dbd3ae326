select
    count(*) filter (where set_aside_at is null) as waiting,
    count(*) filter (where set_aside_at is not null) as set_aside,
    coalesce(greatest(0, extract(epoch from now() - min(occurred_at) filter (where set_aside_at is null))), 0)::bigint
        as oldest_waiting_seconds
from outbox
where position is null
