-- A checksum of who runs which unit where, under which names, of its grades, and of which counties the register has all
-- units: what a calculation takes from the register. On which day it had them all is not in it, or each import of a whole
-- file would be a new input. Where it tells neither grades nor whole counties, the checksum is that of before.
select md5(concat_ws(E'\n', units.told, counties.told))
from (
    select coalesce(string_agg(concat_ws('|', unit.code, unit.name, unit.organiser, organiser.name, unit.municipality,
        unit.municipality_name, unit.county, unit.county_name, told_grades.told), E'\n' order by unit.code), '') as told
    from school_unit as unit
    left join organiser on org_number = unit.organiser
    left join (
        select unit, string_agg(school_form || ' ' || array_to_string(grades, ' '), ' ' order by school_form) as told
        from unit_grades
        group by unit
    ) as told_grades on told_grades.unit = unit.code
) as units
cross join (
    select string_agg(code, ' ' order by code) as told from county where whole_on is not null
) as counties
