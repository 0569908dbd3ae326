select unit, (select code from known_area where number = unit) as unit_code,
    max(area) filter (where level = 'organiser') as organiser, max(code) filter (where level = 'organiser') as organiser_code,
    max(area) filter (where level = 'municipality') as municipality,
    max(area) filter (where level = 'county') as county,
    max(area) filter (where level = 'nation') as nation
from place
join cell_area using (cell)
join known_area on number = area
where period = :period
group by unit
order by unit
