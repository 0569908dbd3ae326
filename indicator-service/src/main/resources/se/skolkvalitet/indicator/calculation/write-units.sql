-- Units' own figures, where another step needs them.
insert into result
select step, level, area, period, value, null, low, high, null, null, status, null, null, null, null, 1,
    case when value is null then 0 else 1 end
from planned_part join input using (series)
where inner_step and level = 'school-unit'
