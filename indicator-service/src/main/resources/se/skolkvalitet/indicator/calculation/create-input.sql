create temporary table input on commit drop as
select series, scope, level, area, period, value, low, high, status
from observation
join planned_series using (measure, school_form, sex, grade, programme)
where superseded_by is null and import <= :lastImport
