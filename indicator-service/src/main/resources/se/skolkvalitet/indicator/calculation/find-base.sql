-- The newest calculation that others can take over from, of the same edition where there is one.
select number
from calculation
where number <> :calculation and exists (select from calculated_definition where calculation = number)
order by edition = :edition desc, number desc
limit 1
