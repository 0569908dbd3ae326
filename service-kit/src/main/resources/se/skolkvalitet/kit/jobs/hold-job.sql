-- Whoever claims the job updates its row and waits until the transaction that holds it has ended.
select true from job where id = :id and claim = :claim and state = 'running' for share
