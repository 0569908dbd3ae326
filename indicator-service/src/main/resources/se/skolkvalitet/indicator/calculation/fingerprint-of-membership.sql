-- A checksum of what a calculation takes from the register: who, of which kind, had which unit from when to when and where,
-- under which names, its school forms and grades, and of which counties the register has all units. On which day it had
-- them all is not in it, or each import of a whole file would be a new input.
select md5(concat_ws(E'\n', units.told, counties.told))
from (
    select coalesce(string_agg(concat_ws('|', unit.code, unit.name, unit.organiser, organiser.name,
        coalesce(organiser.kind, ''), unit.municipality, unit.municipality_name, unit.county, unit.county_name,
        array_to_string(unit.school_forms, ' '),
        told_memberships.told, told_grades.told), E'\n' order by unit.code), '') as told
    from school_unit as unit
    left join organiser on org_number = unit.organiser
    left join (
        select unit, string_agg(
            concat_ws(' ', membership.organiser, coalesce(organiser.name, ''), coalesce(organiser.kind, ''), valid), ' '
            order by valid
        ) as told
        from membership left join organiser on org_number = membership.organiser
        group by unit
    ) as told_memberships on told_memberships.unit = unit.code
    left join (
        select unit, string_agg(school_form || ' ' || array_to_string(grades, ' '), ' ' order by school_form) as told
        from unit_grades
        group by unit
    ) as told_grades on told_grades.unit = unit.code
) as units
cross join (
    select string_agg(code || case when whole_on is null then '' else ' whole' end, ' ' order by code) as told from county
) as counties
