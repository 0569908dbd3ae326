-- What is wrong with a line beside other lines and what the register knows.
create temporary table staged_fault on commit drop as
with known (level, area) as (
    select 'school-unit', code from school_unit
    union all
    select 'organiser', org_number from organiser
    union
    select 'municipality', municipality from school_unit
    union
    select 'county', county from school_unit
    union all
    select 'nation', '00'
), repeated as materialized (
    select subject, sex
    from staged_observation
    group by subject, sex
    having count(*) > 1
)
select distinct line, case level when 'school-unit' then 'schoolUnit' else 'area' end as field, 'unknown' as rule,
    format('There is no %s %s.', replace(level, '-', ' '), area) as message
from staged_observation
where not exists (select from known where known.level = staged_observation.level and known.area = staged_observation.area)
union all
select line, measure, 'duplicate',
    format('%s of %s %s for %s is already on line %s.', measure, case level when 'school-unit' then 'unit' else level end,
        area, coalesce(nullif(period, ''), 'no period'), first_line)
from (
    select line, measure, level, area, period, row_number() over same as occurrence, first_value(line) over same as first_line
    from staged_observation
    join repeated using (subject, sex)
    window same as (partition by area, measure, period, level, school_form, sex, grade, programme order by line)
) as numbered
where occurrence > 1
