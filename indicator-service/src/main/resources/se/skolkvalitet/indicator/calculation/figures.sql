select unit, period, value, status
from input
where measure = ${measure} and sex = ${sex} and grade = ${grade} and programme = ${programme}
