-- What is wrong with a line beside other lines and what the register knows.
create temporary table staged_fault on commit drop as
select line, 'unit' as field, 'unknown' as rule, format('There is no school unit %s.', unit) as message
from staged_unit_code
where not exists (select from school_unit where school_unit.code = staged_unit_code.unit)
union all
select line, 'code', 'duplicate', format('%s is already on line %s.', code, first_line)
from (
    select *, row_number() over same as occurrence, first_value(line) over same as first_line
    from staged_unit_code
    window same as (partition by code order by line)
) as numbered
where occurrence > 1
