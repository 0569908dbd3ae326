update observation
set superseded_by = :import
from changed_observation as changed
where changed.known
    and observation.area = changed.area
    and observation.measure = changed.measure
    and observation.period = changed.period
    and observation.level = changed.level
    and observation.school_form = changed.school_form
    and observation.sex = changed.sex
    and observation.grade = changed.grade
    and observation.programme = changed.programme
    and observation.superseded_by is null
