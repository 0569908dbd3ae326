select level, status, count(*) as count
from value
where calculation = :calculation and period not like '%..%'
group by level, status
order by level, status
