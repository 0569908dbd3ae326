-- Of which periods the figures of a series are needed; null for all.
create temporary table needed on commit drop as
with needed_by as (
    select series, case when not all_periods then touched.period end as period
    from touched
    join planned_use using (wanted)
)
select distinct series, period
from needed_by
where period is null or series not in (select series from needed_by where period is null)
