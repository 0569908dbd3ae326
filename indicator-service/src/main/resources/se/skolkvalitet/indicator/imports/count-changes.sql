select
    count(*) filter (where not known) as inserted,
    count(*) filter (where known and status <> 'withdrawn') as changed,
    (select count(*) from staged_observation) - count(*) filter (where status <> 'withdrawn') as unchanged,
    count(*) filter (where status = 'withdrawn') as withdrawn
from changed_observation
