-- A cell is where organiser and municipality cross: all that is added up is added up to cells first.
create temporary table located on commit drop as
select membership.unit, membership.valid, membership.organiser, municipality, county,
    dense_rank() over (order by membership.organiser, municipality, county) as cell
from membership
join school_unit on school_unit.code = membership.unit;
analyze located;
create temporary table cell_area on commit drop as
select cell, county, level, area
from (select distinct cell, organiser, municipality, county from located) as cells, lateral (values
    ('organiser', organiser),
    ('municipality', municipality),
    ('county', county),
    ('nation', '00')
) as areas (level, area);
analyze cell_area;
create temporary table known_area on commit drop as
select distinct level, area from cell_area
union
select 'school-unit', code from school_unit
union
select 'municipality', municipality from school_unit
union
select 'county', county from school_unit
union
select 'nation', '00';
analyze known_area
