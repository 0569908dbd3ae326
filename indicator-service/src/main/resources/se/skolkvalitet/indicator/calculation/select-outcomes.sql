-- What is to be published of a calculation, before it is rounded. What the source tells of a unit is never rounded again.
select indicator, level, area, period, sex, school_form, false as as_told, decimals,
    value, low, high, dividend, divisor, combination.kind is not distinct from 'share' as is_share,
    status, reason, coverage, rounded_share, estimate, units, units_with_value
from planned_value
join result using (step)
left join planned_part using (step)
left join planned_combination as combination using (step)
where level <> 'school-unit' or planned_part.step is null
union all
select indicator, level, area, input.period, sex, wanted.school_form, true, decimals,
    value, low, high,
    case
        when value is null then null
        when part.kind = 'mean' then weight * value
        when part.kind = 'harmonic' and value <> 0 then weight
    end,
    case
        when value is null then null
        when part.kind = 'mean' then weight
        when part.kind = 'harmonic' and value <> 0 then weight / value
    end,
    false,
    status, null, null, null, null, 1, case when value is null then 0 else 1 end
from planned_value as wanted
join planned_part as part using (step)
join input using (series)
left join planned_weighing using (weighing)
left join weight
    on weight.weighing = part.weighing and weight.unit = input.area
    and weight.period = case when latest then '' else input.period end
where level = 'school-unit'
