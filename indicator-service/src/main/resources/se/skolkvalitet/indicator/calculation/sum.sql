select level, area, period, sum(value) as value,
    case
        when level = 'school-unit' then min(status)
        when count(value) = 0 then absent_status(array_agg(status))
        when bool_and(status = 'normal') then 'normal'
        when bool_and(status in ('normal', 'rounded')) then 'rounded'
        else 'estimated'
    end as status,
    case when level <> 'school-unit' and count(value) > 0
        then round(count(value)::numeric / count(*), 3)
    end as coverage,
    count(*)::int as units, count(value)::int as units_with_value
from (${figures}) as figures
join unit_area using (unit)
group by level, area, period
