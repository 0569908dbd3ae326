insert into unit_code (scheme, code, unit)
select :scheme, code, unit
from staged_unit_code
on conflict (scheme, code) do update set unit = excluded.unit where unit_code.unit <> excluded.unit
