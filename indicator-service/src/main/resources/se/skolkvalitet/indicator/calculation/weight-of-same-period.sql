select unit, period, value as weight
from (${weights}) as weights
where value > 0
