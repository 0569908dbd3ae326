insert into job_progress (job, step, done, total)
select id, :step, :done, :total from job where id = :id and claim = :claim and state = 'running'
on conflict (job) do update set step = excluded.step, done = excluded.done, total = excluded.total
