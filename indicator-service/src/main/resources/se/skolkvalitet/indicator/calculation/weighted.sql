select level, area, period,
    case
        when level = 'school-unit' then sum(value)
        else ${combined}
    end as value,
    case
        when level = 'school-unit' then min(status)
        when count(value * weight) > 0 then 'estimated'
        when count(value) > 0 then 'missing'
        else absent_status(array_agg(status))
    end as status,
    case when level <> 'school-unit' and count(value * weight) > 0 then
        round(
            sum(weight) filter (where value is not null)
                / sum(weight) filter (where status <> 'not-applicable'),
            3
        )
    end as coverage,
    count(*)::int as units,
    (case when level = 'school-unit' then count(value) else count(value * weight) end)::int as units_with_value
from (${figures}) as figures
join unit_area using (unit)
left join (${weight}) as weighted using (unit, period)
group by level, area, period
