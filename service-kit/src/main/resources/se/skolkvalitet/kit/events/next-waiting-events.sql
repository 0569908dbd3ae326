-- Topics that have trouble rest, so that their events do not hold up the others.
select seq, id, topic, type, subject, version, epoch, occurred_at, traceparent, data
from outbox
where position is null and set_aside_at is null and not topic = any (:resting)
order by seq
limit :limit
