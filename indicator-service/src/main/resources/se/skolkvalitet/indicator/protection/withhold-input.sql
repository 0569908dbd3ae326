with withheld as (
    select series, area, period, bool_or(is_few) as is_few
    from withheld_figure_of_pupils
    join planned_part using (step)
    group by series, area, period
)
update input
set value = null, low = null, high = null, status = 'withheld', reason = case when is_few then 'few' else 'others' end
from withheld
where input.series = withheld.series and input.area = withheld.area and input.period = withheld.period
