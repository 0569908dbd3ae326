select expected, residual, units, r2, intercept
from expected_value
join expected_model using (calculation, indicator, period, school_form)
where calculation = :calculation and indicator = :indicator and level = :level and area = :area and period = :period
    and school_form = :schoolForm and :sex = 'T'
