select level, area, period,
    minuend.value - subtrahend.value as value,
    case
        when minuend.value is null then minuend.status
        when subtrahend.value is null then subtrahend.status
        when 'estimated' in (minuend.status, subtrahend.status) then 'estimated'
        when 'rounded' in (minuend.status, subtrahend.status) then 'rounded'
        else 'normal'
    end as status,
    least(minuend.coverage, subtrahend.coverage) as coverage,
    greatest(minuend.units, subtrahend.units) as units,
    least(minuend.units_with_value, subtrahend.units_with_value) as units_with_value
from (${minuend}) as minuend
join (${subtrahend}) as subtrahend using (level, area, period)
