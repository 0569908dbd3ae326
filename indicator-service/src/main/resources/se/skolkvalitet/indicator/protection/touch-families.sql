-- Whatever is withheld of a family depends on all of its figures: where its sources do not publish them, and any of its values is
-- touched, all are.
with closed as (
    select distinct family, imported_period.period
    from imported_period
    join closed_import using (import)
    join planned_series using (measure)
    join planned_use using (series)
    join planned_family using (wanted)
), of_family as (
    select distinct family, period
    from touched
    join planned_family using (wanted)
    where exists (
        select from closed
        where closed.family = planned_family.family and (touched.period is null or touched.period = closed.period)
    )
)
insert into touched
select wanted, period
from of_family
join planned_family using (family)
where not exists (
    select from touched
    where touched.wanted = planned_family.wanted and (touched.period is null or touched.period = of_family.period)
)
