select code, name, county
from municipality
where (cast(:after as text) is null or code > :after)
    and (cast(:county as text) is null or county = :county)
order by code
limit :limit
