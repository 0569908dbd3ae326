-- The newest event of each aggregate once more, under the current epoch and in the order in which they came about.
insert into outbox (id, topic, type, subject, version, data, occurred_at, traceparent)
select gen_random_uuid(), topic, type, subject, version, data, clock_timestamp(), :traceparent
from (
    select distinct on (topic, subject) *
    from outbox
    where type <> :deadLetters
    order by topic, subject, seq desc
) as newest
order by seq
