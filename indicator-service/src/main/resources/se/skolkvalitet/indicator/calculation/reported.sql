select 'school-unit' as level, unit as area, period, value, status, null::numeric as coverage,
    1 as units, count(value) over (partition by unit, period)::int as units_with_value
from (${figures}) as figures
