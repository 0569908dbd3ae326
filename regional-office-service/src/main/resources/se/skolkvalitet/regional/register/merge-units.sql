insert into school_unit as unit (
    code, name, organiser, municipality, school_forms, grades, orientation,
    street, zip_code, city, latitude, longitude, status, told_on
)
select code, name, organiser, municipality, school_forms, grades, orientation,
    street, zip_code, city, latitude, longitude,
    case when ends_on < cast(:asOf as date) then 'closed' else 'active' end, cast(:asOf as date)
from staged_unit
where not outdated
on conflict (code) do update set
    name = excluded.name,
    organiser = excluded.organiser,
    municipality = excluded.municipality,
    school_forms = excluded.school_forms,
    grades = excluded.grades,
    orientation = excluded.orientation,
    street = excluded.street,
    zip_code = excluded.zip_code,
    city = excluded.city,
    latitude = excluded.latitude,
    longitude = excluded.longitude,
    status = excluded.status,
    told_on = excluded.told_on,
    version = unit.version + 1
where (
    unit.name, unit.organiser, unit.municipality, unit.school_forms, unit.grades, unit.orientation,
    unit.street, unit.zip_code, unit.city, unit.latitude, unit.longitude, unit.status
) is distinct from (
    excluded.name, excluded.organiser, excluded.municipality, excluded.school_forms, excluded.grades, excluded.orientation,
    excluded.street, excluded.zip_code, excluded.city, excluded.latitude, excluded.longitude, excluded.status
) or excluded.code in (select code from moved_unit)
returning new.code, old.code is null as inserted,
    new.status = 'closed' and old.status is distinct from 'closed' as closed
