select observed.unit, observed.period, latest.weight
from (select distinct unit, period from (${figures}) as figures) as observed
join (
    select distinct on (unit) unit, value as weight
    from (${weights}) as weights
    where value > 0
    order by unit, period desc
) as latest using (unit)
