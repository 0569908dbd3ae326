select kind,
       count(*) filter (where state = 'queued') as waiting,
       count(*) filter (where state = 'running') as running,
       min(created_at) filter (where state = 'queued') as oldest
from job
where state in ('queued', 'running')
group by kind
