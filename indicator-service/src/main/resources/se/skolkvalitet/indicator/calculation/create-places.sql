-- A cell is where organiser and municipality cross: all that is added up is added up to cells first.
create temporary table cell on commit drop as
select row_number() over () as cell, organiser, municipality, county
from (
    select distinct membership.organiser, municipality, county
    from membership join school_unit on code = unit
) as crossing;
create temporary table cell_area on commit drop as
select cell, level, area
from cell, lateral (values
    ('organiser', organiser),
    ('municipality', municipality),
    ('county', county),
    ('nation', '00')
) as areas (level, area);
create temporary table calculated_period on commit drop as
select period, reference_day(period) as day
from (select distinct period from input) as periods;
create temporary table place on commit drop as
select membership.unit, calculated_period.period, cell.cell
from calculated_period
join membership on membership.valid @> calculated_period.day
join school_unit on school_unit.code = membership.unit
join cell
    on cell.organiser = membership.organiser
    and cell.municipality = school_unit.municipality
    and cell.county = school_unit.county;
create temporary table whole on commit drop as
select level, area, period, bool_and(county.whole_on is not null) as whole
from (select distinct cell, period from place) as places
join cell using (cell)
join cell_area using (cell)
left join county on county.code = cell.county
where level <> 'nation'
group by level, area, period
union all
select 'nation', '00', period, (select count(*) > 0 and bool_and(whole_on is not null) from county)
from calculated_period;
analyze place;
analyze whole
