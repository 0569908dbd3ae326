-- A file of an older day is no news of a county. The counties of which one is share the register's next version.
insert into whole_county (county, whole_on, version)
select code, cast(:asOf as date), (select coalesce(max(version), 0) + 1 from whole_county)
from county
where '00' = any(:counties) or code = any(:counties)
on conflict (county) do update set whole_on = excluded.whole_on, version = excluded.version
where whole_county.whole_on < excluded.whole_on
