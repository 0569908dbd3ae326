insert into organiser (org_number, name, kind, municipality, county)
select "orgNumber", name, kind, municipality ->> 'code', county ->> 'code'
from jsonb_to_recordset(:organisers) as told ("orgNumber" text, name text, kind text, municipality jsonb, county jsonb)
on conflict (org_number) do update set
    name = excluded.name,
    kind = excluded.kind,
    municipality = excluded.municipality,
    county = excluded.county
where organiser.* is distinct from excluded.*
