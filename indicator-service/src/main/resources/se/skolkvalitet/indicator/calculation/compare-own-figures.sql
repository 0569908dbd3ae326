-- Of which areas the source tells a figure and the units have one, too. Both are rounded to the indicator's decimals, so that
-- one of the last decimal is no difference.
with compared as (
    select indicator, school_form, level, area, period, sex, value, estimate, value - estimate as difference,
        abs(value - estimate) > power(10::numeric, -decimals) as differs
    from value
    join jsonb_to_recordset(:decimals) as told (indicator text, decimals int) using (indicator)
    where calculation = :calculation and estimate is not null
)
select distinct on (indicator, school_form) indicator, school_form,
    count(*) over same as compared,
    count(*) filter (where differs) over same as differing,
    level, area, period, sex, value, estimate, difference
from compared
window same as (partition by indicator, school_form)
order by indicator, school_form, abs(difference) desc, level, area, period, sex
