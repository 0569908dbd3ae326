create temporary table input on commit drop as
select observation.unit, measure, period, value, observation.status
from observation
join school_unit on school_unit.code = observation.unit
where superseded_by is null and import <= :lastImport
