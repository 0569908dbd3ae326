-- The claim keeps its number: a run that does not notice that its job was given back stays fenced off.
update job
set state = 'queued', attempts = attempts - 1
where id = :id and claim = :claim and state = 'running'
