-- Those of the nation, and those of which figures were imported: of what is only reported the nation may have none.
select period
from value
where calculation = :calculation and level = 'nation' and area = '00' and period <> ''
union
select period
from imported_period
join calculation on number = :calculation
where import <= last_import and period <> ''
order by period
