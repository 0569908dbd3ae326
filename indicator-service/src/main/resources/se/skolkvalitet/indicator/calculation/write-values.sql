-- Rounded at the end, half away from zero; after the tenth decimal a division's last digits decide nothing.
with rounded as not materialized (
    select wanted, indicator, level, code as area, period, sex, school_form, organiser_kind,
        round(round(value, 10), decimals) as value,
        round(round(low, 10), decimals) as low,
        round(round(high, 10), decimals) as high,
        case when is_share and value is not null and divisor is not null then
            round(round(wilson(coalesce(low, value), divisor, -1), 10), decimals)
        end as interval_low,
        case when is_share and value is not null and divisor is not null then
            round(round(wilson(coalesce(high, value), divisor, 1), 10), decimals)
        end as interval_high,
        dividend, divisor, low_dividend, high_dividend, status, reason, coverage, round(rounded_share, 3) as rounded_share,
        round(round(estimate, 10), decimals) as estimate, units, units_with_value, is_own,
        comparable and value is not null and period <> ''
            and (level in ('municipality', 'county') or organiser_kind is not null) as stands
    from (${outcomes}) as outcome
    join planned_value using (wanted)
    join known_area on number = outcome.area
), standing as (
    select *, rank() over fellows as place, count(*) over (fellows groups between current row and current row) as same,
        count(*) over all_fellows as among,
        bool_or(high > low) over all_fellows as bounded,
        -- Nobody knows between which one of them lies.
        bool_or(low is null and (status = 'rounded' or coalesce(rounded_share, 0) > 0)) over all_fellows as vague
    from rounded
    where stands
    window fellows as (partition by wanted, period, level, organiser_kind, is_own order by value desc),
        all_fellows as (partition by wanted, period, level, organiser_kind, is_own)
), edge as (
    -- Of each that is at its edge: how many are above for certain, and how many may be.
    select wanted, level, area, period, is_high, is_wide,
        count(*) filter (where not is_high) over above as certain,
        count(*) filter (where is_high) over above as possible
    from standing
    cross join lateral (values (coalesce(low, value), false), (coalesce(high, value), true)) as edges (edge, is_high)
    cross join lateral (select high > low as is_wide) as width
    where among >= 5 and bounded and not vague
    window above as (
        partition by wanted, period, level, organiser_kind, is_own
        order by edge desc groups between unbounded preceding and 1 preceding
    )
), bounds as (
    select wanted, level, area, period, 1 + max(certain) filter (where is_high) as place_from,
        -- One whose edges differ is not above itself.
        1 + max(possible - coalesce(is_wide, false)::int) filter (where not is_high) as place_to
    from edge
    group by wanted, level, area, period
)
insert into value_${number} (
    calculation, indicator, level, area, period, sex, school_form, value, low, high, interval_low, interval_high,
    dividend, divisor, low_dividend, high_dividend, status, reason, coverage, rounded_share, estimate, units, units_with_value,
    is_own, place, place_from, place_to, among, percentile
)
select :calculation, indicator, level, area, period, sex, school_form, value, low, high, interval_low, interval_high,
    dividend, divisor, low_dividend, high_dividend, status, reason, coverage, rounded_share, estimate, units, units_with_value,
    is_own, null, null, null, null, null
from rounded
where not stands
union all
select :calculation, indicator, level, area, period, sex, school_form, value, low, high, interval_low, interval_high,
    dividend, divisor, low_dividend, high_dividend, status, reason, coverage, rounded_share, estimate, units, units_with_value, is_own,
    -- Among as many as five; by what is published, so that what looks the same stands the same. Half of those that stand
    -- the same count as below.
    case when among >= 5 then place end,
    case when bounded then place_from when among >= 5 and not vague then place end,
    case when bounded then place_to when among >= 5 and not vague then place end,
    case when among >= 5 then among end,
    case when among >= 5 then round(100 * (among - place - (same - 1) / 2.0) / (among - 1)) end
from standing
left join bounds using (wanted, level, area, period)
