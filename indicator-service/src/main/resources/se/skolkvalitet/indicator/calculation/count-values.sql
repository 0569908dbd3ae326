select level, status, count(*) as count
from value
where calculation = :calculation
group by level, status
order by level, status
