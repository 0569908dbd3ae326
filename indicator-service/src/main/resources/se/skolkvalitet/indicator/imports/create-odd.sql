-- What is odd in the figures of a file: how those of all, girls and boys go together, and how figures go with those of the
-- period before. A rounded figure may be any between its bounds; of one whose bounds nobody knows nothing is said. A table of
-- its own, so that it is known how few they are when what they are about is looked up.
create temporary table odd on commit drop as
with kind as materialized (
    select measure, kind from jsonb_to_recordset(:measures) as told (measure text, kind text)
), figure as not materialized (
    select subject, measure, sex, value, coalesce(low, value) as low, coalesce(high, value) as high
    from staged_observation
    where status = 'normal' or status = 'rounded' and low is not null
), by_sex as (
    select subject, measure,
        max(scale(value)) as decimals,
        max(value) filter (where sex = 'T') as t,
        max(low) filter (where sex = 'T') as t_low,
        max(high) filter (where sex = 'T') as t_high,
        max(value) filter (where sex = 'F') as f,
        max(low) filter (where sex = 'F') as f_low,
        max(high) filter (where sex = 'F') as f_high,
        max(value) filter (where sex = 'M') as m,
        max(low) filter (where sex = 'M') as m_low,
        max(high) filter (where sex = 'M') as m_high
    from figure
    -- Most files tell no sexes, and there is nothing to group in them.
    where exists (select from told where sex <> 'T')
    group by subject, measure
    having count(*) > 1 and bool_or(sex = 'T')
), uncertain as (
    select by_sex.*, kind,
        -- How far two figures may lie apart that are shown with as many decimals and come from the same number. Counts that
        -- are whole are not rounded.
        case when kind = 'count' and decimals = 0 then 0 else power(10::numeric, -decimals) end as shown
    from by_sex
    join kind using (measure)
), known_before as (
    select subject, sex, kind, figure.value, figure.low, figure.high, before.period as period_before,
        before.value as value_before, before.low as low_before, before.high as high_before
    from figure
    join figure_before as before using (subject, sex)
    join kind using (measure)
)
select subject, 'T' as sex, case kind when 'count' then 'sum-of-sexes' else 'range-of-sexes' end as rule,
    case
        when kind <> 'count' then format('T %s does not lie between F %s and M %s', t, f, m)
        when m is null then format('F %s is more than T %s', f, t)
        when f is null then format('M %s is more than T %s', m, t)
        else format('F %s and M %s do not add up to T %s', f, m, t)
    end as what
from uncertain
where case
        when kind <> 'count' then f is not null and m is not null
            and (t_low > greatest(f_high, m_high) + shown or t_high < least(f_low, m_low) - shown)
        when f is null or m is null then coalesce(f_low, m_low) > t_high + shown
        else f_low + m_low > t_high + 1.5 * shown or f_high + m_high < t_low - 1.5 * shown
    end
union all
select subject, sex, 'jump', format('%s, after %s in %s', value, value_before, period_before)
from known_before
where case kind
        when 'share' then greatest(low - high_before, low_before - high) > :sharePoints
        when 'count' then greatest(value, value_before) >= :leastCount
            and (low > high_before * :factor or high * :factor < low_before)
        -- Nothing is a multiple of nothing or of what is below it.
        else low > 0 and low_before > 0 and (low > high_before * :factor or high * :factor < low_before)
    end
