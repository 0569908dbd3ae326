update observation
set superseded_by = :import
from changed_observation as changed
where changed.known
    and observation.unit = changed.unit
    and observation.measure = changed.measure
    and observation.period = changed.period
    and observation.superseded_by is null
