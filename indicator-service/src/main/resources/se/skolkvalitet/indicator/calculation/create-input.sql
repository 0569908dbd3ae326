create temporary table input on commit drop as
with known as (
    select observation.*, number,
        import in (select import from closed_import) as closed
    from observation
    join known_area on known_area.level = observation.level and code = observation.area
    where superseded_by is null and import <= :lastImport
)
select series, scope, level, number as area, known.period, value, low, high, status, null as reason, closed
from needed
join planned_series using (series)
join known using (measure, school_form, sex, grade, programme)
where needed.period is null
union all
-- Apart, so that the index finds one of many periods.
select series, scope, level, number, period, value, low, high, status, null, closed
from needed
join planned_series using (series)
join known using (measure, period, school_form, sex, grade, programme)
