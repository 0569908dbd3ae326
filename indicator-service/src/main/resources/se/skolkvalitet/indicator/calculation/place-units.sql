-- In which cell each unit is as of each period's reference day, and which areas the register then has whole.
create temporary table calculated_period on commit drop as
select period, reference_day(period) as day
from (select distinct period from input) as periods;
create temporary table place on commit drop as
select unit, period, cell
from calculated_period
join located on located.valid @> calculated_period.day;
analyze place;
create temporary table whole on commit drop as
select cell_area.area, period,
    case
        when level = 'nation' then (select count(*) > 0 and bool_and(whole_on is not null) from county)
        else bool_and(county.whole_on is not null)
    end as whole
from (select distinct cell, period from place) as places
join cell_area using (cell)
join known_area on number = cell_area.area
left join county on county.code = cell_area.county
group by cell_area.area, level, period;
analyze whole
