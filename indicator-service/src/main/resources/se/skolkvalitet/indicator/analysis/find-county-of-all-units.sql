-- The county in which lie all units that an organiser has, and has had.
select min(county)
from calculated_membership as membership
join calculated_unit using (calculation, unit)
where calculation = :calculation and membership.organiser = :organiser
having count(distinct county) = 1
