-- What the source tells of units.
select wanted, area, input.period, value, low, high,
    case
        when value is null then null
        when part.kind = 'mean' then weight * value
        when part.kind = 'harmonic' and value <> 0 then weight
    end as dividend,
    case
        when value is null then null
        when part.kind = 'mean' then weight
        when part.kind = 'harmonic' and value <> 0 then weight / value
    end as divisor,
    status, input.reason
from planned_value
join touched using (wanted)
join planned_part as part using (step)
join input using (series)
left join planned_weighing using (weighing)
left join weight
    on weight.weighing = part.weighing and weight.unit = input.area
    and weight.period = case when latest then '' else input.period end
where level = 'school-unit' and (touched.period is null or touched.period = input.period)
