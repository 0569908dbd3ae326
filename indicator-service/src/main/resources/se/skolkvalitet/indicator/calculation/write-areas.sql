insert into calculated_area (calculation, level, area, name)
select :calculation, 'school-unit', code, name from school_unit
union all
select :calculation, 'organiser', school_unit.organiser, coalesce(min(organiser.name), school_unit.organiser)
from school_unit left join organiser on org_number = school_unit.organiser
group by school_unit.organiser
union all
select :calculation, 'municipality', municipality, min(municipality_name) from school_unit group by municipality
union all
select :calculation, 'county', county, min(county_name) from school_unit group by county
union all
select :calculation, 'nation', '00', 'Riket'
