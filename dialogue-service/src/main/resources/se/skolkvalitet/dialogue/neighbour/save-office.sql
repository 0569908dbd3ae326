insert into office (code, name)
values (?, ?)
on conflict (code) do update set name = excluded.name
