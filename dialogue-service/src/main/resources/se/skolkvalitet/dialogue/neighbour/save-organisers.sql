insert into organiser (org_number, name, kind, municipality, office, status)
select "orgNumber", name, kind, municipality ->> 'code', office, status
from jsonb_to_recordset(:organisers) as told (
    "orgNumber" text, name text, kind text, municipality jsonb, office text, status text
)
on conflict (org_number) do update set
    name = excluded.name,
    kind = excluded.kind,
    municipality = excluded.municipality,
    office = excluded.office,
    status = excluded.status
where organiser.* is distinct from excluded.*
