-- A release that is being made of one holds its row, and comes first.
select number
from calculation
where calculated_at < :before
    and number < (select max(number) from calculation)
    and not exists (select from release where release.calculation = number)
order by number
for update skip locked
