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
