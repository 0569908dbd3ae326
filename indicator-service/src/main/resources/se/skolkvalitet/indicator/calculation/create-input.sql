create temporary table input on commit drop as
select series, scope, known_area.level, number as area, observation.period, value, low, high, status
from needed
join planned_series using (series)
join observation using (measure, school_form, sex, grade, programme)
join known_area on known_area.level = observation.level and code = observation.area
where superseded_by is null and import <= :lastImport and (needed.period is null or needed.period = observation.period)
