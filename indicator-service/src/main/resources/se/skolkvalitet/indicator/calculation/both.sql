-- Two formulas of the same area and period, taken together.
select level, area, period, ${result} as value,
    case
        when first.value is null then first.status
        when second.value is null then second.status
        when ${result} is null then 'not-applicable'
        when 'estimated' in (first.status, second.status) then 'estimated'
        when 'rounded' in (first.status, second.status) then 'rounded'
        else 'normal'
    end as status,
    least(first.coverage, second.coverage) as coverage,
    greatest(first.units, second.units) as units,
    least(first.units_with_value, second.units_with_value) as units_with_value
from (${first}) as first
join (${second}) as second using (level, area, period)
