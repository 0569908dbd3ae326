insert into observation (unit, measure, period, value, status, raw, import, line)
select unit, measure, period, value, status, raw, :import, line
from changed_observation
