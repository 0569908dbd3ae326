select part.step, part.weighing, input.scope, input.area as unit, input.period, input.value, input.low, input.high,
    input.status, input.status = 'rounded' as rounded, part.kind = 'harmonic' as harmonic, false as squared
from planned_part as part
join input using (series)
where level = 'school-unit'
