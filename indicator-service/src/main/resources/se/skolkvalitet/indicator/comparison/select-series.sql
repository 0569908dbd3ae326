select period, value, low, high, dividend, divisor, low_dividend, high_dividend,
    coalesce(status = 'rounded' or rounded_share > 0, false) as is_rounded, is_own, units
from value
where calculation = :calculation and indicator = :indicator and level = :level and area = :area
    and sex = :sex and school_form = :schoolForm and value is not null
    and (period = :period or period < :period and period not like '%..%' and :period not like '%..%')
order by period
