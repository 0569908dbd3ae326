insert into added
select step, area, period,
    sum(more_units), sum(more_weighted), sum(more_weight),
    sum(withheld), sum(withdrawn), sum(figures), sum(rounded), sum(total), sum(low), sum(high),
    sum(weighted), sum(weight), sum(rounded_weight),
    sum(product), sum(low_product), sum(high_product), sum(unbounded), sum(square)
from (
    -- Counts are ints here, because sums of ints are bigints and fast, and those of bigints are numerics.
    select step, cell, period,
        (count(*) filter (where more) - count(*) filter (where less))::int as more_units,
        (count(weight) filter (where more) - count(weight) filter (where less))::int as more_weighted,
        coalesce(sum(weight) filter (where more), 0) - coalesce(sum(weight) filter (where less), 0) as more_weight,
        (count(*) filter (where status = 'withheld'))::int as withheld,
        (count(*) filter (where status = 'withdrawn' and meant))::int as withdrawn,
        count(value)::int as figures,
        (count(value) filter (where rounded))::int as rounded,
        sum(value) as total,
        sum(low - value) filter (where bounded) as low,
        sum(high - value) filter (where bounded) as high,
        (count(weight) filter (where value is not null))::int as weighted,
        sum(weight) filter (where value is not null) as weight,
        sum(weight) filter (where value is not null and rounded) as rounded_weight,
        sum(product) as product,
        sum(case when harmonic then coalesce(weight / nullif(low, 0), 0) else weight * low end - product)
            filter (where bounded) as low_product,
        sum(case when harmonic then coalesce(weight / nullif(high, 0), 0) else weight * high end - product)
            filter (where bounded) as high_product,
        (count(weight) filter (where harmonic and bounded and low = 0))::int as unbounded,
        sum(product * value) filter (where squared) as square
    from (
        select *, case when harmonic then weight / value else weight * value end as product,
            value is not null and low is not null as bounded
        from (
            select told.step, cell, told.period, harmonic, squared, status, rounded, weight, low, high,
                case when harmonic then nullif(value, 0) else value end as value,
                in_scope.unit is not null or by_source as meant,
                in_scope.unit is null
                    and (value is not null or status = 'withheld' or by_source and status in ('missing', 'withdrawn')) as more,
                in_scope.unit is not null and status = 'not-applicable' as less
            from (${told}) as told
            join place using (unit, period)
            join planned_scope using (scope)
            left join in_scope using (scope, unit)
            left join planned_weighing using (weighing)
            left join weight
                on weight.weighing = told.weighing
                and weight.unit = told.unit
                and weight.period = case when latest then '' else told.period end
        ) as placed
    ) as units
    group by step, cell, period
) as cells
join cell_area using (cell)
group by step, area, period
