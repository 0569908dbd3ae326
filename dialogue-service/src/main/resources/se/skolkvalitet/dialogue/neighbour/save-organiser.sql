insert into organiser (org_number, name, kind, municipality, office, status)
values (?, ?, ?, ?, ?, ?)
on conflict (org_number) do update set
    name = excluded.name,
    kind = excluded.kind,
    municipality = excluded.municipality,
    office = excluded.office,
    status = excluded.status
