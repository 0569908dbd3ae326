with told as materialized (
    select *
    from jsonb_to_recordset(:units) as unit (
        code text, name text, organiser text, municipality jsonb, county jsonb, "schoolForms" text[], status text,
        memberships jsonb, grades jsonb
    )
), told_membership as materialized (
    select told.code as unit, one.organiser, daterange("from", "to") as valid
    from told cross join lateral jsonb_to_recordset(memberships) as one (organiser text, "from" date, "to" date)
), told_grades as materialized (
    select distinct on (unit, school_form) told.code as unit, form."schoolForm" as school_form, form.grades
    from told
    cross join lateral jsonb_to_recordset(told.grades) as form ("schoolForm" text, grades int[])
    where cardinality(form.grades) > 0
    order by unit, school_form
), lost_grades as (
    delete from unit_grades
    where unit in (select code from told) and (unit, school_form) not in (select unit, school_form from told_grades)
), saved_grades as (
    insert into unit_grades (unit, school_form, grades)
    select unit, school_form, grades
    from told_grades
    on conflict (unit, school_form) do update set grades = excluded.grades
    where unit_grades.grades is distinct from excluded.grades
), gone as (
    delete from membership
    where unit in (select code from told)
        and (unit, organiser, valid) not in (select unit, organiser, valid from told_membership)
), saved as (
    insert into school_unit (
        code, name, organiser, municipality, municipality_name, county, county_name, school_forms, status
    )
    select code, name, organiser, municipality ->> 'code', municipality ->> 'name', county ->> 'code',
        county ->> 'name', "schoolForms", status
    from told
    on conflict (code) do update set
        name = excluded.name,
        organiser = excluded.organiser,
        municipality = excluded.municipality,
        municipality_name = excluded.municipality_name,
        county = excluded.county,
        county_name = excluded.county_name,
        school_forms = excluded.school_forms,
        status = excluded.status
    where school_unit.* is distinct from excluded.*
)
insert into membership (unit, organiser, valid)
select unit, organiser, valid
from told_membership as told
where not exists (
    select from membership
    where membership.unit = told.unit and membership.organiser = told.organiser and membership.valid = told.valid
)
