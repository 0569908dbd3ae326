insert into imported_period (import, measure, period)
select distinct :import, measure, period
from changed_observation
