-- Units of the counties that the file has whole, and that it does not list. What a newer file told stays.
create temporary table absent_unit on commit drop as
select unit.code, unit.organiser
from school_unit as unit
join municipality on municipality.code = unit.municipality
where unit.status = 'active'
    and ('00' = any(:counties) or municipality.county = any(:counties))
    and (unit.told_on is null or unit.told_on <= cast(:asOf as date))
    and not exists (select from staged_unit where staged_unit.code = unit.code)
