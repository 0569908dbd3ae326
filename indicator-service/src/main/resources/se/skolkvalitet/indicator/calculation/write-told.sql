-- What the source tells of a unit is never rounded again.
insert into value_${number} (
    calculation, indicator, level, area, period, sex, school_form, value, low, high, dividend, divisor, status,
    units, units_with_value
)
select :calculation, indicator, level, code, period, sex, school_form, value, low, high, dividend, divisor, status,
    units, units_with_value
from (${told}) as told
join planned_value using (wanted)
join known_area on number = told.area
