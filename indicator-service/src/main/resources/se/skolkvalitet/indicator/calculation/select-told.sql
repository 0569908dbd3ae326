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
    false as is_share,
    status, null as reason, null::numeric as coverage, null::numeric as rounded_share, null::numeric as estimate,
    1 as units, case when value is null then 0 else 1 end as units_with_value
from planned_value
join planned_part as part using (step)
join input using (series)
left join planned_weighing using (weighing)
left join weight
    on weight.weighing = part.weighing and weight.unit = input.area
    and weight.period = case when latest then '' else input.period end
where level = 'school-unit'
