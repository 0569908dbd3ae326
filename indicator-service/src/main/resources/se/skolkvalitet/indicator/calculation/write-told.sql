-- What the source tells of a unit is never rounded again.
insert into value_${number} (
    calculation, indicator, level, area, period, sex, school_form, value, low, high,
    dividend, divisor, low_dividend, high_dividend, status, reason, units, units_with_value
)
select :calculation, indicator, level, code, period, sex, school_form, value, low, high,
    dividend, divisor, low * divisor, high * divisor, status, reason, 1, case when value is null then 0 else 1 end
from (${told}) as told
join planned_value using (wanted)
join known_area on number = told.area
