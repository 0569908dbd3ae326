-- Of areas of which the register tells nothing there are no values.
create temporary table input on commit drop as
select series, scope, level, area, period, value, low, high, status
from observation
join planned_series using (measure, school_form, sex, grade, programme)
join known_area using (level, area)
where superseded_by is null and import <= :lastImport
