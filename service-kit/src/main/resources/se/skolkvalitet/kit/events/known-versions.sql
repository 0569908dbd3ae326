-- Which version this service knows of each of some aggregates.
select topic, subject, version
from inbox
where (topic, subject) in (select * from unnest(:topics, :subjects))
