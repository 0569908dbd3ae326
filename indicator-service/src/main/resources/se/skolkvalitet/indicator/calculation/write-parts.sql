-- Areas' values of one measure: the source's own, beside what follows from the units. Where nothing does, that the source has
-- no figure is told too.
with own as (
    select step, area, period, value, low, high, status
    from planned_part join input using (series)
    where level <> 'school-unit' and period <> ''
        and (kind = 'reported' or status in ('normal', 'rounded', 'withheld', 'withdrawn'))
), summed as (
    select step, level, area, period, kind, coalesce(whole.whole, false) as whole,
        coalesce(population.units, 0) + coalesce(more_units, 0) as units,
        coalesce(figures, 0) as figures, coalesce(withheld, 0) as withheld, coalesce(withdrawn, 0) as withdrawn,
        coalesce(weighed.units, 0) + coalesce(more_weighted, 0) as with_weight,
        coalesce(weighed.weight, 0) + coalesce(more_weight, 0) as all_weight,
        coalesce(weighted, 0) as weighted,
        added.weight, product, product + coalesce(added.low_product, 0) as low_product,
        product + coalesce(added.high_product, 0) as high_product, unbounded,
        total, total + coalesce(added.low, 0) as low_total, total + coalesce(added.high, 0) as high_total,
        case kind when 'total' then rounded else coalesce(rounded_weight, 0) end as rounded,
        case kind when 'total' then figures else added.weight end as used,
        own.value as own_value, own.low as own_low, own.high as own_high, own.status as own_status
    from added
    full join own using (step, area, period)
    join planned_part as part using (step)
    join planned_series using (series)
    join known_area on known_area.number = area
    left join population using (scope, area, period)
    left join weighed_population as weighed using (weighing, scope, area, period)
    left join whole using (area, period)
    where kind <> 'reported' or own.status is not null
), covered as materialized (
    select *,
        case kind
            when 'total' then figures::numeric / nullif(units, 0)
            else weight * with_weight / nullif(all_weight * units, 0)
        end as covered
    from summed
), judged as materialized (
    select *,
        case
            when kind = 'reported' then 'parts'
            when level = 'nation' and not whole then 'register'
            when kind = 'total' and figures < units then 'parts'
            when kind = 'total' and not whole then 'register'
            when kind = 'total' then null
            when weighted = 0 then 'no-weight'
            when covered < case when level in ('nation', 'county') then :leastWide else :leastNarrow end then 'coverage'
        end as reason
    from covered
), made as (
    select step, level, area, period, units, figures, own_value, own_low, own_high, own_status,
        -- What the source has withdrawn is made from the units, where they have figures.
        own_status is not null and (own_status <> 'withdrawn' or figures = 0 or kind = 'reported') as told,
        case
            when figures = 0 and withheld > 0 then 'withheld'
            when figures = 0 and withdrawn > 0 then 'withdrawn'
            when figures = 0 and units > 0 then 'missing'
            when figures = 0 then 'not-applicable'
            when reason = 'no-weight' then 'missing'
            when reason is not null then 'incomplete'
            when rounded = 0 and kind = 'total' then 'normal'
            when kind = 'total' or rounded = used then 'rounded'
            else 'estimated'
        end as status,
        case when figures > 0 then reason end as reason,
        case when figures > 0 and (reason is null or reason in ('parts', 'coverage')) then trunc(covered, 3) end as coverage,
        case
            when figures = 0 or reason is not null then null
            when kind = 'total' then total
            when kind = 'mean' then product / weight
            when kind = 'harmonic' then weight / product
        end as value,
        case
            when figures = 0 or reason is not null or rounded = 0 then null
            when kind = 'total' then low_total
            when kind = 'mean' then low_product / weight
            when kind = 'harmonic' and unbounded = 0 then weight / low_product
        end as low,
        case
            when figures = 0 or reason is not null or rounded = 0 then null
            when kind = 'total' then high_total
            when kind = 'mean' then high_product / weight
            when kind = 'harmonic' and unbounded = 0 then weight / high_product
        end as high,
        case
            when figures = 0 or reason is not null then null
            when kind = 'mean' then product
            when kind = 'harmonic' then weight
        end as dividend,
        case
            when figures = 0 or reason is not null then null
            when kind = 'mean' then weight
            when kind = 'harmonic' then product
        end as divisor,
        case when figures > 0 and reason is null and rounded > 0 then rounded / used end as rounded_share
    from judged
)
insert into result
select step, level, area, period,
    case when told then own_value else value end,
    null,
    case when told then own_low else low end,
    case when told then own_high else high end,
    case when not told then dividend end,
    case when not told then divisor end,
    case when told then own_status else status end,
    case when not told then reason end,
    case when not told then coverage end,
    case when not told then rounded_share end,
    case when told and own_status in ('normal', 'rounded') then value end,
    units, figures, told
from made
