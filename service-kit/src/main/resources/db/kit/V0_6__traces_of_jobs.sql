-- The trace context of what asked for a job, as an event's: jobs of before have none.
alter table job add column traceparent text;
