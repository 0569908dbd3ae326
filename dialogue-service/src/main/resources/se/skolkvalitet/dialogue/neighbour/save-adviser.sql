insert into adviser (id, agency, office, active)
values (?, ?, ?, ?)
on conflict (id) do update set agency = excluded.agency, office = excluded.office, active = excluded.active
