update job
set state = 'failed', problem = :problem, report = cast(:report as json), finished_at = :now
where id = :id and claim = :claim and state = 'running'
