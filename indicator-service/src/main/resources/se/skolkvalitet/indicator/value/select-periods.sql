select distinct period
from value
where calculation = :calculation and level = 'nation' and area = '00' and period <> ''
order by period
