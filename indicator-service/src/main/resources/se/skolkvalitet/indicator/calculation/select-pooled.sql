-- The three newest periods of an indicator taken together: the sum of what is divided by the sum of what divides it.
with newest as (
    select wanted, year
    from (
        select indicator, school_form, left(max(period), 4)::int as year
        from value_${number}
        where divisor is not null and period <> ''
        group by indicator, school_form
    ) as newest_of_indicator
    join planned_value using (indicator, school_form)
), ranked as (
    select outcome.*, array_position(array['withheld', 'incomplete', 'withdrawn', 'missing', 'not-applicable'], status) as rank
    from (${outcomes} union all ${told}) as outcome
    join newest using (wanted)
    where period <> '' and left(period, 4)::int between year - 2 and year
), pooled as (
    select wanted, area, min(period) || '..' || max(period) as period, is_share,
        sum(dividend) as dividend, sum(divisor) as divisor,
        sum(coalesce(low, value) * divisor) as low_dividend, sum(coalesce(high, value) * divisor) as high_dividend,
        bool_or(low is not null) as bounded, bool_or(status = 'estimated') as estimated, bool_or(status = 'rounded') as rounded,
        (array_agg(status order by rank, period) filter (where rank is not null))[1] as absent,
        (array_agg(reason order by rank, period) filter (where rank is not null))[1] as reason,
        min(coverage) as coverage, min(coverage) filter (where status = 'incomplete') as incomplete_coverage,
        max(rounded_share) as rounded_share, max(units) as units, min(units_with_value) as units_with_value
    from ranked
    group by wanted, area, is_share
    having count(*) = 3 and bool_and(value is null or divisor is not null)
)
select wanted, area, period,
    case when absent is null then dividend / divisor end as value,
    case when absent is null and bounded then low_dividend / divisor end as low,
    case when absent is null and bounded then high_dividend / divisor end as high,
    case when absent is null then dividend end as dividend,
    case when absent is null then divisor end as divisor,
    is_share,
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
