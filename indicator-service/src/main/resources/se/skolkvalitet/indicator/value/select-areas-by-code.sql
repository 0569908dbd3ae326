-- Every level is named so that the primary key finds the area.
select distinct area as code, name
from calculated_area
where calculation = :calculation
    and level in ('school-unit', 'organiser', 'municipality', 'county', 'nation')
    and area = any(:codes)
