-- Areas under numbers, by which all that follows is joined and grouped. Of areas of which the register tells nothing there are
-- no values. The same register gives the same numbers: where it is all the same which of two figures is withheld, it is the same
-- one then.
create temporary table known_area on commit drop as
select (row_number() over (order by level collate "C", code collate "C"))::int as number, level, code,
    organiser.kind as organiser_kind
from (
    select 'school-unit' as level, code from school_unit
    union all
    select distinct 'organiser', organiser from membership
    union all
    select distinct 'municipality', municipality from school_unit
    union all
    select distinct 'county', county from school_unit
    union all
    select 'nation', '00'
) as areas
left join organiser on level = 'organiser' and org_number = areas.code;
analyze known_area;
-- A cell is where organiser and municipality cross: all that is added up is added up to cells first.
create temporary table located on commit drop as
select unit.number as unit, membership.valid, membership.organiser, municipality, county,
    dense_rank() over (order by membership.organiser, municipality, county)::int as cell
from membership
join school_unit on school_unit.code = membership.unit
join known_area as unit on unit.level = 'school-unit' and unit.code = membership.unit;
analyze located;
create temporary table cell_area on commit drop as
select cell, county, number as area
from (select distinct cell, organiser, municipality, county from located) as cells, lateral (values
    ('organiser', organiser),
    ('municipality', municipality),
    ('county', county),
    ('nation', '00')
) as areas (level, code)
join known_area using (level, code);
analyze cell_area
