insert into organiser (org_number, name, kind, municipality, county)
values (:orgNumber, :name, :kind, :municipality, :county)
on conflict (org_number) do update set
    name = excluded.name,
    kind = excluded.kind,
    municipality = excluded.municipality,
    county = excluded.county
