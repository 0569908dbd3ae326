-- A figure that is withheld of one sum is of all: it is the same.
with told as (
    select other.step, withheld.area, withheld.period, is_few
    from withheld_figure_of_pupils as withheld
    join planned_part as one using (step)
    join planned_part as other using (series)
    union all
    -- What no equation tells is told where nothing of it is withheld.
    select other.step, cell_area.area, withheld.period, false
    from withheld_figure_of_pupils as withheld
    join planned_part as one using (step)
    join planned_part as other using (series)
    join place on place.unit = withheld.area and place.period = withheld.period
    join cell_area using (cell)
    where other.kind = 'harmonic'
), withheld as (
    select step, area, period, bool_or(is_few) as is_few from told group by step, area, period
)
update result
set concealed = value, value = null, low = null, high = null, dividend = null, divisor = null, status = 'withheld',
    reason = case when is_few then 'few' else 'others' end, coverage = null, rounded_share = null, estimate = null
from withheld
where result.step = withheld.step and result.area = withheld.area and result.period = withheld.period and value is not null
