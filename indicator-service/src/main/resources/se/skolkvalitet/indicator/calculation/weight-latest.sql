select observed.unit, observed.period, latest.weight
from (select distinct unit, period from input where measure = ${measure}) as observed
join (
    select distinct on (unit) unit, value as weight
    from input
    where measure = ${weight-measure} and value > 0
    order by unit, period desc
) as latest using (unit)
