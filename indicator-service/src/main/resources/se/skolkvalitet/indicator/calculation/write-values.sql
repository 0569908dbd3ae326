-- Rounded at the end, half away from zero; after the tenth decimal a division's last digits decide nothing.
with rounded as (
    select wanted, indicator, level, code as area, period, sex, school_form, organiser_kind,
        round(round(value, 10), decimals) as value,
        round(round(low, 10), decimals) as low,
        round(round(high, 10), decimals) as high,
        case when is_share and value is not null then
            round(round(wilson(coalesce(low, value), divisor, -1), 10), decimals)
        end as interval_low,
        case when is_share and value is not null then
            round(round(wilson(coalesce(high, value), divisor, 1), 10), decimals)
        end as interval_high,
        dividend, divisor, low_dividend, high_dividend, status, reason, coverage, round(rounded_share, 3) as rounded_share,
        round(round(estimate, 10), decimals) as estimate, units, units_with_value,
        comparable and value is not null and period <> ''
            and (level in ('municipality', 'county') or organiser_kind is not null) as stands
    from (${outcomes}) as outcome
    join planned_value using (wanted)
    join known_area on number = outcome.area
), ranked as (
    select *, rank() over fellows as place, count(*) over (fellows groups between current row and current row) as same,
        count(*) over (fellows rows between unbounded preceding and unbounded following) as among
    from rounded
    window fellows as (partition by wanted, period, level, organiser_kind, stands order by value desc)
)
insert into value_${number} (
    calculation, indicator, level, area, period, sex, school_form, value, low, high, interval_low, interval_high,
    dividend, divisor, low_dividend, high_dividend, status, reason, coverage, rounded_share, estimate, units, units_with_value,
    place, among, percentile
)
select :calculation, indicator, level, area, period, sex, school_form, value, low, high, interval_low, interval_high,
    dividend, divisor, low_dividend, high_dividend, status, reason, coverage, rounded_share, estimate, units, units_with_value,
    -- Among as many as five; by what is published, so that what looks the same stands the same. Half of those that stand
    -- the same count as below.
    case when stands and among >= 5 then place end,
    case when stands and among >= 5 then among end,
    case when stands and among >= 5 then round(100 * (among - place - (same - 1) / 2.0) / (among - 1)) end
from ranked
