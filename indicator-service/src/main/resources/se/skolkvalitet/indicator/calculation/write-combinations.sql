-- Two values of the same area and period taken together, or one and a number.
with first as (
    select combination.step, result.level, result.area, result.period, result.value, concealed, low, high, status, reason, coverage,
        rounded_share, units, units_with_value, is_own
    from planned_combination as combination join result on result.step = combination.first
    where round = :round
), second as (
    select combination.step, result.level, result.area, result.period, result.value, concealed, low, high, status, reason, coverage,
        rounded_share, units, units_with_value, is_own
    from planned_combination as combination join result on result.step = combination.second
    where round = :round
), comparable as (
    select step, level, period from first join planned_combination as combination using (step) where second is null
    union
    select step, level, period from second join planned_combination as combination using (step) where first is null
    union
    (select step, level, period from first intersect select step, level, period from second)
), sides as (
    select step, level, area, period, kind, per, first_of_pupils, second_of_pupils,
        coalesce(first_number, first.value) as a,
        coalesce(first_number, first.low, first.value) as a_low,
        coalesce(first_number, first.high, first.value) as a_high,
        coalesce(second_number, second.value) as b,
        coalesce(second_number, second.low, second.value) as b_low,
        coalesce(second_number, second.high, second.value) as b_high,
        coalesce(first_number, first.value, first.concealed) as true_a,
        coalesce(second_number, second.value, second.concealed) as true_b,
        first.low is not null or second.low is not null as bounded,
        case when first_number is not null then 'normal' else coalesce(first.status, 'missing') end as first_status,
        case when second_number is not null then 'normal' else coalesce(second.status, 'missing') end as second_status,
        first.reason as first_reason, second.reason as second_reason,
        first.coverage as first_coverage, second.coverage as second_coverage,
        greatest(first.rounded_share, second.rounded_share) as rounded_share,
        greatest(
            case when first_number is null then coalesce(first.units, 0) end,
            case when second_number is null then coalesce(second.units, 0) end
        ) as units,
        least(
            case when first_number is null then coalesce(first.units_with_value, 0) end,
            case when second_number is null then coalesce(second.units_with_value, 0) end
        ) as units_with_value,
        coalesce(first.is_own, false) or coalesce(second.is_own, false) as is_own
    from first
    full join second using (step, area, period, level)
    join planned_combination as combination using (step)
    join comparable using (step, level, period)
), counted as (
    -- By what there is, although a side may be withheld.
    select *,
        kind in ('ratio', 'share', 'percent') and second_of_pupils and true_b < :leastGroup as group_is_small,
        kind in ('ratio', 'share', 'percent') and first_of_pupils and true_a > 0 and true_a < :leastCount as few_have_it,
        kind in ('share', 'percent') and second_of_pupils and true_b - true_a > 0 and true_b - true_a < :leastCount
            as few_have_it_not
    from sides
), ranked as (
    select *,
        array_position(array['withheld', 'incomplete', 'withdrawn', 'missing', 'not-applicable'], first_status) as first_rank,
        array_position(array['withheld', 'incomplete', 'withdrawn', 'missing', 'not-applicable'], second_status) as second_rank,
        :tellsNearly and kind in ('share', 'percent') and not group_is_small and few_have_it <> few_have_it_not
            as is_nearly,
        true_a is not null and true_b <> 0 and (group_is_small or few_have_it or few_have_it_not) as is_of_few
    from counted
), ruled as (
    select *,
        case
            when is_nearly then null
            when is_of_few then 'withheld'
            when first_rank <= coalesce(second_rank, first_rank) then first_status
            when second_rank is not null then second_status
            when kind in ('by', 'ratio', 'share', 'percent') and b = 0 then 'not-applicable'
            when kind = 'share' and a_low > b_high then 'missing'
        end as absent,
        case
            when is_nearly then null
            when is_of_few then 'few'
            when first_rank <= coalesce(second_rank, first_rank) then first_reason
            when second_rank is not null then second_reason
            when kind in ('by', 'ratio', 'share', 'percent') and b = 0 then null
            when kind = 'share' and a_low > b_high then 'contradiction'
        end as reason,
        case
            when coalesce(first_rank, second_rank) is null then least(first_coverage, second_coverage)
            else least(
                case when first_status = 'incomplete' then first_coverage end,
                case when second_status = 'incomplete' then second_coverage end
            )
        end as coverage,
        case
            when kind in ('plus', 'minus') then null
            when kind = 'times' then array[a_low * b_low, a_low * b_high, a_high * b_low, a_high * b_high]
            when b_low <= 0 and b_high >= 0 then null
            else array[a_low * per / b_low, a_low * per / b_high, a_high * per / b_low, a_high * per / b_high]
        end as corners
    from ranked
), bounds as (
    select *,
        case
            when is_nearly then case when few_have_it then 0 else 100 - 100.0 * :leastCount / :leastGroup end
            when kind = 'plus' then a_low + b_low
            when kind = 'minus' then a_low - b_high
            when kind = 'share' then (select min(least(greatest(corner, 0), 100)) from unnest(corners) as corner)
            else (select min(corner) from unnest(corners) as corner)
        end as low,
        case
            when is_nearly then case when few_have_it then 100.0 * :leastCount / :leastGroup else 100 end
            when kind = 'plus' then a_high + b_high
            when kind = 'minus' then a_high - b_low
            when kind = 'share' then (select max(least(greatest(corner, 0), 100)) from unnest(corners) as corner)
            else (select max(corner) from unnest(corners) as corner)
        end as high
    from ruled
), told as (
    select *, absent is null and is_nearly is not true and kind in ('ratio', 'share', 'percent') as told_by_both
    from bounds
)
insert into result
select step, level, area, period,
    case
        when absent is not null then null
        when is_nearly then case when few_have_it then 0 else 100 end
        when kind = 'plus' then a + b
        when kind = 'minus' then a - b
        when kind = 'times' then a * b
        when kind = 'share' then least(a, b) * per / b
        else a * per / b
    end,
    case when absent = 'withheld' and kind = 'plus' then true_a + true_b end,
    case when (bounded or is_nearly) and absent is null then low end,
    case when (bounded or is_nearly) and absent is null then high end,
    case when told_by_both then case kind when 'share' then least(a, b) else a end * per end,
    case when told_by_both then b end,
    case
        when absent is not null then absent
        when is_nearly then 'rounded'
        when 'estimated' in (first_status, second_status) then 'estimated'
        when 'rounded' in (first_status, second_status) then 'rounded'
        else 'normal'
    end,
    reason,
    case when absent is null or absent = 'incomplete' then coverage end,
    case when absent is null then rounded_share end,
    null,
    coalesce(units, 0), coalesce(units_with_value, 0), is_own
from told
