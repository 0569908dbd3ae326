-- What is expected of each value, by the line of its indicator and its own background, where it has all of it. Exact, and
-- rounded once, half away from zero.
with line as materialized (
    select indicator, school_form, period, intercept, count(*) as variables
    from expected_model
    join expected_coefficient using (calculation, indicator, school_form, period)
    where calculation = :calculation
    group by indicator, school_form, period, intercept
), explained as materialized (
    select line.indicator, background.level, background.area, line.period, line.school_form,
        line.intercept + sum(coefficient * background.value) as expected
    from line
    join expected_coefficient as part using (indicator, school_form, period)
    join value as background using (calculation, period, school_form)
    where part.calculation = :calculation and background.indicator = part.background and background.sex = 'T'
        and background.value is not null
    group by line.indicator, background.level, background.area, line.period, line.school_form, line.intercept,
        line.variables
    having count(*) = line.variables
)
insert into expected_value (calculation, indicator, level, area, period, school_form, expected, residual)
select :calculation, indicator, level, area, period, school_form, round(expected, decimals),
    round(value - expected, decimals)
from explained
join value using (indicator, level, area, period, school_form)
join jsonb_to_recordset(:indicators) as edition (code text, decimals int) on code = indicator
where calculation = :calculation and sex = 'T' and value.value is not null
