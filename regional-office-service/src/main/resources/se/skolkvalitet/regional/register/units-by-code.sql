select unit.code, unit.name, unit.organiser, unit.school_forms, unit.grades, unit.orientation, unit.street,
    unit.zip_code, unit.city, unit.latitude, unit.longitude, unit.status, unit.version,
    municipality.code as municipality_code, municipality.name as municipality_name,
    county.code as county_code, county.name as county_name,
    membership.organisers, membership.froms, membership.tos
from school_unit as unit
join municipality on municipality.code = unit.municipality
join county on county.code = municipality.county
cross join lateral (
    select array_agg(organiser order by valid) as organisers,
        array_agg(cast(lower(valid) as text) order by valid) as froms,
        array_agg(cast(upper(valid) as text) order by valid) as tos
    from membership
    where membership.unit = unit.code
) as membership
where unit.code = any(:codes)
order by unit.code
