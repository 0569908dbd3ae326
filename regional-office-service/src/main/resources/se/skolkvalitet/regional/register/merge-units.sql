insert into school_unit as unit (
    code, name, organiser, municipality, school_forms, orientation,
    street, zip_code, city, latitude, longitude, status
)
select code, name, organiser, municipality, school_forms, orientation,
    street, zip_code, city, latitude, longitude, 'active'
from staged_unit
on conflict (code) do update set
    name = excluded.name,
    organiser = excluded.organiser,
    municipality = excluded.municipality,
    school_forms = excluded.school_forms,
    orientation = excluded.orientation,
    street = excluded.street,
    zip_code = excluded.zip_code,
    city = excluded.city,
    latitude = excluded.latitude,
    longitude = excluded.longitude,
    status = excluded.status,
    version = unit.version + 1
where (
    unit.name, unit.organiser, unit.municipality, unit.school_forms, unit.orientation,
    unit.street, unit.zip_code, unit.city, unit.latitude, unit.longitude, unit.status
) is distinct from (
    excluded.name, excluded.organiser, excluded.municipality, excluded.school_forms, excluded.orientation,
    excluded.street, excluded.zip_code, excluded.city, excluded.latitude, excluded.longitude, excluded.status
)
returning new.code, old.code is null as inserted
