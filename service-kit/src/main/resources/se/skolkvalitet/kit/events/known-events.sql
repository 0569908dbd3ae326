-- The newest event that this service knows of each of some aggregates.
select topic, subject, epoch, version, event_id, event_time
from inbox
where (topic, subject) in (select * from unnest(:topics, :subjects))
