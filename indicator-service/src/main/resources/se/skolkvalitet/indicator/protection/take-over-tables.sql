-- A family that is not touched in a period is told as it was.
insert into calculated_protection
select :calculation, number
from calculated_protection
join protected_table on number = protected_table
where calculation = :base
    and protected_table.family in (select key from planned_family)
    and not exists (
        select from planned_family
        join touched using (wanted)
        where key = protected_table.family and (touched.period is null or touched.period = protected_table.period)
    )
