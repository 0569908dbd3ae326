-- The three newest periods of an indicator taken together: the sum of what is divided by the sum of what divides it.
with newest as (
    select indicator, school_form, left(max(period), 4)::int as newest_year
    from value_${number}
    where divisor is not null and period <> '' and period not like '%..%'
        and (indicator, school_form) in (select indicator, school_form from touched join planned_value using (wanted))
    group by indicator, school_form
), ranked as (
    select value.*, wanted, array_position(array['withheld', 'incomplete', 'withdrawn', 'missing', 'not-applicable'], status) as rank
    from value_${number} as value
    join planned_value using (indicator, school_form, sex)
    join newest using (indicator, school_form)
    where period <> '' and period not like '%..%' and left(period, 4)::int between newest_year - 2 and newest_year
), pooled as (
    select wanted, level, area, min(period) || '..' || max(period) as period,
        sum(dividend) as dividend, sum(divisor) as divisor,
        sum(coalesce(low_dividend, dividend)) as low_dividend, sum(coalesce(high_dividend, dividend)) as high_dividend,
        bool_or(low is not null) as bounded, bool_or(status = 'estimated') as estimated, bool_or(status = 'rounded') as rounded,
        (array_agg(status order by rank, period) filter (where rank is not null))[1] as absent,
        (array_agg(reason order by rank, period) filter (where rank is not null))[1] as reason,
        min(coverage) as coverage, min(coverage) filter (where status = 'incomplete') as incomplete_coverage,
        max(rounded_share) as rounded_share, max(units) as units, min(units_with_value) as units_with_value
    from ranked
    group by wanted, level, area
    having count(*) = 3 and bool_and(value is null or divisor is not null)
)
select wanted, known_area.number as area, period,
    case when absent is null then dividend / divisor end as value,
    case when absent is null and bounded then low_dividend / divisor end as low,
    case when absent is null and bounded then high_dividend / divisor end as high,
    case when absent is null then dividend end as dividend,
    case when absent is null then divisor end as divisor,
    case when absent is null and bounded then low_dividend end as low_dividend,
    case when absent is null and bounded then high_dividend end as high_dividend,
    combination.kind is not distinct from 'share' as is_share,
    case
        when absent is not null then absent
        when estimated then 'estimated'
        when rounded then 'rounded'
        else 'normal'
    end as status,
    reason,
    case when absent is null then coverage when absent = 'incomplete' then incomplete_coverage end as coverage,
    case when absent is null then rounded_share end as rounded_share,
    null::numeric as estimate, units, units_with_value
from pooled
join known_area on known_area.level = pooled.level and code = pooled.area
join planned_value using (wanted)
left join planned_combination as combination using (step)
