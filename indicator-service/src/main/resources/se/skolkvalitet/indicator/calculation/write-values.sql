-- Rounded at the end, half away from zero; after the tenth decimal a division's last digits decide nothing.
insert into value_${number} (
    calculation, indicator, level, area, period, sex, school_form, value, low, high, interval_low, interval_high,
    dividend, divisor, status, reason, coverage, rounded_share, estimate, units, units_with_value
)
select :calculation, indicator, level, area, period, sex, school_form,
    case when as_told then value else round(round(value, 10), decimals) end,
    case when as_told then low else round(round(low, 10), decimals) end,
    case when as_told then high else round(round(high, 10), decimals) end,
    case when is_share and value is not null then round(round(wilson(coalesce(low, value), divisor, -1), 10), decimals) end,
    case when is_share and value is not null then round(round(wilson(coalesce(high, value), divisor, 1), 10), decimals) end,
    dividend, divisor, status, reason, coverage, round(rounded_share, 3), round(round(estimate, 10), decimals),
    units, units_with_value
from (${outcomes}) as outcome
