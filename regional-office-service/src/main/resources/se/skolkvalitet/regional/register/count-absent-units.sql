-- Of each county that lacks any: those that the file does not list, and all.
select municipality.county, count(absent.code) as units, count(*) as active
from school_unit as unit
join municipality on municipality.code = unit.municipality
left join absent_unit as absent on absent.code = unit.code
where unit.status = 'active' and ('00' = any(:counties) or municipality.county = any(:counties))
group by municipality.county
having count(absent.code) > 0
order by municipality.county
