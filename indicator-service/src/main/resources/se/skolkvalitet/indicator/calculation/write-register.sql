-- Who, of which kind, had which unit where, with which school forms and grades, and under which names.
with units as (
    insert into calculated_unit (calculation, unit, organiser, municipality, county)
    select :calculation, code, organiser, municipality, county
    from school_unit
), memberships as (
    insert into calculated_membership (calculation, unit, organiser, valid)
    select :calculation, unit, organiser, valid
    from membership
), schoolings as (
    insert into calculated_schooling (calculation, unit, school_form, grades)
    select :calculation, unit, school_form, grades
    from schooling
), counties as (
    insert into calculated_county (calculation, county, whole)
    select :calculation, code, whole_on is not null
    from county
)
insert into calculated_area (calculation, level, area, name, kind)
select :calculation, 'school-unit', code, name, null from school_unit
union all
select :calculation, 'organiser', organisers.organiser, coalesce(organiser.name, organisers.organiser), organiser.kind
from (select organiser from school_unit union select organiser from membership) as organisers
left join organiser on org_number = organisers.organiser
union all
select :calculation, 'municipality', municipality, min(municipality_name), null from school_unit group by municipality
union all
select :calculation, 'county', county, min(county_name), null from school_unit group by county
union all
select :calculation, 'nation', '00', 'Riket', null
