select scheme, code, unit
from unit_code
where (scheme, code) > (:afterScheme, :afterCode) and scheme = coalesce(:scheme, scheme)
order by scheme, code
limit :limit
