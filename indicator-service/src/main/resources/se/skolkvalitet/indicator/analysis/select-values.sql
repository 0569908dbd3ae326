select indicator, level, area, period, value, status, coverage
from value
where calculation = :calculation and sex = 'T' and level = 'organiser' and area = :organiser
