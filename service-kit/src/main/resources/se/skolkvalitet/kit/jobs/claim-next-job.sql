-- The oldest job of a kind that waits or, if it is running although the lock of its kind was free, was cut off.
update job
set state = 'running', claim = claim + 1, attempts = attempts + 1, started_at = :now
where id = (
    select id from job
    where kind = :kind and state in ('queued', 'running')
    order by created_at, id
    limit 1
)
  -- Holds also for a job that was completed while this waited for its row.
  and state in ('queued', 'running')
returning id, kind, claim, attempts, parameters, input_sha256, traceparent
