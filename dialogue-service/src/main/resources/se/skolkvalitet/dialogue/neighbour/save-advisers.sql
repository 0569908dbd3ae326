insert into adviser (id, agency, office, active)
select id, agency, office, active
from jsonb_to_recordset(:advisers) as told (id uuid, agency text, office text, active boolean)
on conflict (id) do update set agency = excluded.agency, office = excluded.office, active = excluded.active
