select unit, period, value as weight
from input
where measure = ${weight-measure} and value > 0
