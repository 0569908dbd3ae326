-- The units that a measure is about, as far as the register tells; where nobody has told the grades of one it is counted in.
create temporary table in_scope on commit drop as
select scope, number as unit
from planned_scope as planned
join schooling as told using (school_form)
join known_area on level = 'school-unit' and code = told.unit
where not by_source and (planned.grades is null or told.grades is null or told.grades && planned.grades);
analyze in_scope;
create temporary table population on commit drop as
select scope, period, area, sum(units) as units
from (
    select scope, period, cell, count(*) as units
    from in_scope join place using (unit)
    group by scope, period, cell
) as cells
join cell_area using (cell)
group by scope, period, area;
-- A weight of every period is under the empty one.
create temporary table weight on commit drop as
select weighing, area as unit, period, value as weight
from planned_weighing join input using (series)
where not latest and level = 'school-unit' and value > 0
union all
select weighing, area, '', value
from (
    select distinct on (weighing, area) weighing, area, value
    from planned_weighing join input using (series)
    where latest and level = 'school-unit' and value > 0
    order by weighing, area, period desc
) as newest;
analyze weight;
create temporary table weighed_population on commit drop as
select weighing, scope, period, area, sum(units) as units, sum(weight) as weight
from (
    select weighing, scope, place.period, cell, count(*) as units, sum(weight) as weight
    from (
        select weighing, scope from planned_part join planned_series using (series) where weighing is not null
        union
        select weighing, scope from planned_spread
    ) as pairs
    join planned_weighing using (weighing)
    join in_scope using (scope)
    join place using (unit)
    join weight using (weighing, unit)
    where weight.period = case when latest then '' else place.period end
    group by weighing, scope, place.period, cell
) as cells
join cell_area using (cell)
group by weighing, scope, period, area;
analyze population;
analyze weighed_population
