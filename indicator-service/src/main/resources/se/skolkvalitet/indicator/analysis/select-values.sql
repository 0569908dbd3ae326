select indicator, level, area, period, school_form, value, low, high, interval_low, interval_high, dividend, divisor,
    low_dividend, high_dividend, coalesce(status = 'rounded' or rounded_share > 0, false) as is_rounded, is_own, units,
    status, reason, coverage, place, place_from, place_to, among, percentile, kind,
    case when forms_in_ids then school_form end as form_in_id
from value
join release using (calculation)
join calculated_area using (calculation, level, area)
where calculation = :calculation and sex = 'T' and level = 'organiser' and area = :organiser
