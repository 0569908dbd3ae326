select organiser.org_number, organiser.name, organiser.kind, organiser.status, organiser.version,
    office_coverage.office,
    municipality.code as municipality_code, municipality.name as municipality_name,
    county.code as county_code, county.name as county_name
from organiser
join municipality on municipality.code = organiser.municipality
join county on county.code = municipality.county
left join office_coverage on office_coverage.county = county.code
where organiser.org_number = any(:numbers)
order by organiser.org_number
