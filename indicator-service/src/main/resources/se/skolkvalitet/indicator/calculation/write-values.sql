insert into value_${number} (
    calculation, indicator, level, area, period, sex, school_form, value, low, high, status, reason, coverage,
    rounded_share, estimate, units, units_with_value
)
select :calculation, indicator, level, area, period, sex, school_form, value, low, high, status, reason, coverage,
    rounded_share, estimate, units, units_with_value
from (${outcomes}) as outcome
