insert into office (code, name)
select code, name
from jsonb_to_recordset(:offices) as told (code text, name text)
on conflict (code) do update set name = excluded.name
