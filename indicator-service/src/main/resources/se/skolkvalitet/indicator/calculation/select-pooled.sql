-- Periods taken together: the sum of what is divided by the sum of what divides it.
select wanted, area, period,
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
        -- Figures of several periods weigh differently, as those of several units do.
        when combination.step is null then case when all_rounded then 'rounded' else 'estimated' end
        when estimated then 'estimated'
        when rounded then 'rounded'
        else 'normal'
    end as status,
    reason,
    case when absent is null then coverage when absent = 'incomplete' then incomplete_coverage end as coverage,
    case when absent is null then rounded_share end as rounded_share,
    null::numeric as estimate, units, units_with_value, is_own
from pooled
join planned_value using (wanted)
left join planned_combination as combination using (step)
