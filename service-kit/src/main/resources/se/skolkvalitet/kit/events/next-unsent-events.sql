select seq, id, topic, type, subject, version, data, occurred_at
from outbox
where position is null
order by seq
limit :limit
