-- An organiser that has no unit any more has values of the years when it had some, and no document.
select calculated_area.area as org_number, calculated_area.name, calculated_area.kind,
    organiser.municipality as municipality_code, organiser.county as county_code
from calculated_area
left join organiser on organiser.org_number = calculated_area.area
where calculation = :calculation and level = 'organiser'
    and exists (
        select from calculated_unit as unit
        where unit.calculation = calculated_area.calculation and unit.organiser = calculated_area.area
    )
    and not exists (select from analysis where analysis.organiser = calculated_area.area and analysis.release = :release)
order by calculated_area.area
limit :limit
