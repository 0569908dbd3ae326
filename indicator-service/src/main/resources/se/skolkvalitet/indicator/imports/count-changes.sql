select
    count(*) filter (where not known) as inserted,
    count(*) filter (where known and status <> 'withdrawn') as changed,
    (select sum(figures) from told) - count(*) filter (where status <> 'withdrawn') as unchanged,
    count(*) filter (where status = 'withdrawn') as withdrawn
from changed_observation
