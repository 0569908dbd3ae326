-- What is wrong with a line beside other lines and what the register knows.
create temporary table staged_fault on commit drop as
select distinct line, 'schoolUnit' as field, 'unknown' as rule, format('There is no school unit %s.', area) as message
from staged_observation
where level = 'school-unit' and not exists (select from school_unit where school_unit.code = staged_observation.area)
union all
select line, measure, 'duplicate',
    format('%s of %s %s for %s is already on line %s.', measure, case level when 'school-unit' then 'unit' else level end,
        area, coalesce(nullif(period, ''), 'no period'), first_line)
from (
    select *, row_number() over same as occurrence, first_value(line) over same as first_line
    from staged_observation
    window same as (partition by area, measure, period, level, school_form, sex, grade, programme order by line)
) as numbered
where occurrence > 1
