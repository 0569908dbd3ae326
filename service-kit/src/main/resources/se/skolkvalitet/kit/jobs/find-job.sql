select id, kind, state, parameters, input_sha256, step, coalesce(done, 0) as done, total, attempts, report, problem,
       created_at, started_at, finished_at
from job
left join job_progress on job_progress.job = job.id
where kind = :kind and id = :id
