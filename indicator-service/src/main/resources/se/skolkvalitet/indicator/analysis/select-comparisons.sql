select indicator, level, area, period, school_form, value, low, high, interval_low, interval_high, dividend, divisor,
    low_dividend, high_dividend, coalesce(status = 'rounded' or rounded_share > 0, false) as is_rounded, is_own, units,
    status, reason, coverage, null::int as place,
    case when forms_in_ids then school_form end as form_in_id
from value
join release using (calculation)
where calculation = :calculation and sex = 'T' and level in ('county', 'nation')
