select spread.step, spread.weighing, spread.scope, result.area as unit, result.period, result.value, result.low,
    result.high, result.status, result.status = 'rounded' or result.low is not null as rounded, false as harmonic, true as squared
from planned_spread as spread
join result on result.step = spread.of_step
where level = 'school-unit' and spread.round = :round
