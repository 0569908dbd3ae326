-- The weighted standard deviation between the units of an area: the root of Σ w·x² / Σ w - (Σ w·x / Σ w)².
select level, area, period,
    case when figures > 1 then sqrt(greatest(squares / weights - (products / weights) ^ 2, 0)) end as value,
    case
        when figures > 1 then 'estimated'
        when units_with_value > 0 then 'missing'
        else absent
    end as status,
    case when figures > 1 then coverage end as coverage,
    units, units_with_value
from (
    select unit_area.level, unit_area.area, period,
        sum(value * value * weight) as squares,
        sum(value * weight) as products,
        sum(weight) filter (where value is not null) as weights,
        count(value * weight) as figures,
        round(
            sum(weight) filter (where value is not null)
                / sum(weight) filter (where status <> 'not-applicable'),
            3
        ) as coverage,
        absent_status(array_agg(status)) as absent,
        count(*)::int as units,
        count(value)::int as units_with_value
    from (select area as unit, period, value, status from (${formula}) as formula where level = 'school-unit') as figures
    join unit_area using (unit)
    left join (${weight}) as weighted using (unit, period)
    where unit_area.level <> 'school-unit'
    group by unit_area.level, unit_area.area, period
) as summed
