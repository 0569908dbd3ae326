select background as indicator, coefficient, value.value
from expected_coefficient as line
join value using (calculation, period, school_form)
where calculation = :calculation and line.indicator = :indicator and period = :period and school_form = :schoolForm
    and value.indicator = background and level = :level and area = :area and sex = 'T'
order by position
