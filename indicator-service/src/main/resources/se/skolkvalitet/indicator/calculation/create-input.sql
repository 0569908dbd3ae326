-- The sources that are read give figures of all pupils only, and by no grade or programme beside the measure's own.
create temporary table input on commit drop as
select observation.unit, measure, period, 'T' as sex, '' as grade, '' as programme, value, observation.status
from observation
join school_unit on school_unit.code = observation.unit
where superseded_by is null and import <= :lastImport
