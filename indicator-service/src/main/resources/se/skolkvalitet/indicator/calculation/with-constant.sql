select level, area, period, ${result} as value,
    case when value is not null and ${result} is null then 'not-applicable' else status end as status,
    coverage, units, units_with_value
from (${formula}) as formula
