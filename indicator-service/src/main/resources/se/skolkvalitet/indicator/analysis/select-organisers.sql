select calculated_area.area as org_number, calculated_area.name, coalesce(organiser.kind, '') as kind,
    coalesce(organiser.municipality, '') as municipality, coalesce(organiser.county, '') as county
from calculated_area
left join organiser on organiser.org_number = calculated_area.area
where calculation = :calculation and level = 'organiser'
order by calculated_area.area
