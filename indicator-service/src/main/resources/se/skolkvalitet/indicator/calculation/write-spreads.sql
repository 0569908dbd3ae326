-- The weighted standard deviation between the units of an area, over one divisor so that what is exact stays it.
with summed as materialized (
    select step, level, area, period, coalesce(whole.whole, false) as whole,
        coalesce(population.units, 0) + more_units as units,
        figures, withheld, withdrawn, weighted, added.weight, product, square, coalesce(rounded_weight, 0) as rounded,
        added.weight * (coalesce(weighed.units, 0) + more_weighted)
            / nullif((coalesce(weighed.weight, 0) + more_weight) * (coalesce(population.units, 0) + more_units), 0) as covered
    from planned_spread
    join added using (step)
    join known_area on number = area
    left join population using (scope, area, period)
    left join weighed_population as weighed using (weighing, scope, area, period)
    left join whole using (area, period)
    where round = :round
), judged as materialized (
    select *,
        case
            when level = 'nation' and not whole then 'register'
            when weighted = 0 then 'no-weight'
            when weighted = 1 then 'one-unit'
            when covered < case when level in ('nation', 'county') then :leastWide else :leastNarrow end then 'coverage'
        end as reason
    from summed
)
insert into result
select step, level, area, period,
    case when figures > 0 and reason is null then sqrt(greatest(square * weight - product * product, 0)) / weight end,
    null, null, null, null, null,
    case
        when figures = 0 and withheld > 0 then 'withheld'
        when figures = 0 and withdrawn > 0 then 'withdrawn'
        when figures = 0 and units > 0 then 'missing'
        when figures = 0 then 'not-applicable'
        when reason in ('no-weight', 'one-unit') then 'missing'
        when reason is not null then 'incomplete'
        else 'estimated'
    end,
    case when figures > 0 then reason end,
    case when figures > 0 and (reason is null or reason = 'coverage') then trunc(covered, 3) end,
    case when figures > 0 and reason is null and rounded > 0 then rounded / weight end,
    null, units, figures
from judged
