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
    select family, period
    from touched
    join planned_family using (wanted)
    where exists (
        select from closed
        where closed.family = planned_family.family and (touched.period is null or touched.period = closed.period)
    )
    union
    -- What has been published since the calculation :base was made may go together with what was withheld in it.
    select planned_sum.family, published.period
    from release
    join calculated_protection using (calculation)
    join protected_table as published on published.number = protected_table
    join planned_sum on planned_sum.name = any(published.sums)
    where published_at is not null
        and sequence > (select known_release from calculation where number = :base)
        and protected_table not in (select protected_table from calculated_protection where calculation = :base)
)
insert into touched
select wanted, period
from of_family
join planned_family using (family)
where not exists (
    select from touched
    where touched.wanted = planned_family.wanted and (touched.period is null or touched.period = of_family.period)
)
