update job
set state = 'completed', report = cast(:report as json), finished_at = :now
where id = :id and claim = :claim and state = 'running'
