insert into added
select step, level, area, period,
    sum(more_units), sum(more_weighted), sum(more_weight),
    sum(withheld), sum(withdrawn), sum(figures), sum(rounded), sum(total), sum(low), sum(high),
    sum(weighted), sum(weight), sum(rounded_weight),
    sum(product), sum(low_product), sum(high_product), sum(unbounded), sum(square)
from (
    select step, cell, period,
        count(*) filter (where more) - count(*) filter (where less) as more_units,
        count(weight) filter (where more) - count(weight) filter (where less) as more_weighted,
        coalesce(sum(weight) filter (where more), 0) - coalesce(sum(weight) filter (where less), 0) as more_weight,
        count(*) filter (where status = 'withheld') as withheld,
        count(*) filter (where status = 'withdrawn' and meant) as withdrawn,
        count(value) as figures,
        count(value) filter (where rounded) as rounded,
        sum(value) as total,
        sum(low) filter (where value is not null) as low,
        sum(high) filter (where value is not null) as high,
        count(value * weight) as weighted,
        sum(weight) filter (where value is not null) as weight,
        sum(weight) filter (where value is not null and rounded) as rounded_weight,
        sum(case when harmonic then weight / value else weight * value end) as product,
        sum(case when harmonic then weight / nullif(low, 0) else weight * low end)
            filter (where value is not null) as low_product,
        sum(case when harmonic then weight / nullif(high, 0) else weight * high end)
            filter (where value is not null) as high_product,
        count(weight) filter (where harmonic and value is not null and low = 0) as unbounded,
        sum(weight * value * value) as square
    from (
        select told.step, cell, told.period, harmonic, status, rounded, weight,
            case when harmonic then nullif(value, 0) else value end as value,
            coalesce(low, value) as low, coalesce(high, value) as high,
            in_scope.unit is not null as meant,
            in_scope.unit is null and (value is not null or status = 'withheld') as more,
            in_scope.unit is not null and status = 'not-applicable' as less
        from (${told}) as told
        join place using (unit, period)
        left join in_scope using (scope, unit)
        left join planned_weighing using (weighing)
        left join weight
            on weight.weighing = told.weighing
            and weight.unit = told.unit
            and weight.period = case when latest then '' else told.period end
    ) as units
    group by step, cell, period
) as cells
join cell_area using (cell)
group by step, level, area, period
