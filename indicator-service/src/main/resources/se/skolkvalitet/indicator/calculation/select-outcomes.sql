-- What is published of a calculation: rounded at the end, half away from zero; after the tenth decimal a division's last
-- digits decide nothing.
select indicator, level, area, period, sex, school_form,
    round(round(value, 10), decimals) as value,
    round(round(low, 10), decimals) as low,
    round(round(high, 10), decimals) as high,
    status, reason, coverage,
    round(rounded_share, 3) as rounded_share,
    round(round(estimate, 10), decimals) as estimate,
    units, units_with_value
from planned_value
join result using (step)
left join planned_part using (step)
where level <> 'school-unit' or planned_part.step is null
union all
select indicator, level, area, period, sex, planned_value.school_form, value, low, high, status, null, null, null, null, 1,
    case when value is null then 0 else 1 end
from planned_value
join planned_part using (step)
join input using (series)
where level = 'school-unit'
