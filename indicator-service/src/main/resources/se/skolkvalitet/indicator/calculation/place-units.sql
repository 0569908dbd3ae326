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
select level, area, period, bool_and(county.whole_on is not null) as whole
from (select distinct cell, period from place) as places
join cell_area using (cell)
left join county on county.code = cell_area.county
where level <> 'nation'
group by level, area, period
union all
select 'nation', '00', period, (select count(*) > 0 and bool_and(whole_on is not null) from county)
from calculated_period;
analyze whole
