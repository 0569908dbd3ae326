-- A checksum of who runs which unit where, under which names: what a calculation takes from the register.
select md5(coalesce(string_agg(concat_ws('|', unit.code, unit.name, unit.organiser, organiser.name, unit.municipality,
    unit.municipality_name, unit.county, unit.county_name), E'\n' order by unit.code), ''))
from school_unit as unit
left join organiser on org_number = unit.organiser
