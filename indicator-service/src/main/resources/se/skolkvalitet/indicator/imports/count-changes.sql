-- What a complete file withdraws is on none of its lines.
select
    count(*) filter (where not known) as inserted,
    count(*) filter (where known and status <> 'withdrawn') as changed,
    (select sum(figures) from told) - count(*) filter (where line > 0) as unchanged,
    count(*) filter (where known and status = 'withdrawn') as withdrawn
from changed_observation
