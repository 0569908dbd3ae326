create temporary table unit_area on commit drop as
select code as unit, level, area
from school_unit, lateral (values
    ('school-unit', code),
    ('organiser', organiser),
    ('municipality', municipality),
    ('county', county),
    ('nation', '00')
) as areas (level, area)
