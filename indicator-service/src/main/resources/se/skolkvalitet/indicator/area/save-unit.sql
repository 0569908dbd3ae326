with told as (
    select organiser, daterange(cast(first_day as date), cast(end_day as date)) as valid
    from unnest(:organisers, :froms, :tos) as told (organiser, first_day, end_day)
), gone as (
    delete from membership
    where unit = :code and (organiser, valid) not in (select organiser, valid from told)
), saved as (
    insert into school_unit (
        code, name, organiser, municipality, municipality_name, county, county_name, school_forms, status
    ) values (
        :code, :name, :organiser, :municipality, :municipalityName, :county, :countyName, :schoolForms, :status
    )
    on conflict (code) do update set
        name = excluded.name,
        organiser = excluded.organiser,
        municipality = excluded.municipality,
        municipality_name = excluded.municipality_name,
        county = excluded.county,
        county_name = excluded.county_name,
        school_forms = excluded.school_forms,
        status = excluded.status
)
insert into membership (unit, organiser, valid)
select :code, organiser, valid
from told
where not exists (
    select from membership
    where membership.unit = :code and membership.organiser = told.organiser and membership.valid = told.valid
)
