with told as materialized (
    select code, name, "wholeOn" as whole_on
    from jsonb_to_recordset(:counties) as county (code text, name text, "wholeOn" date)
), gone as (
    delete from county where code not in (select code from told)
)
insert into county (code, name, whole_on)
select code, name, whole_on
from told
on conflict (code) do update set name = excluded.name, whole_on = excluded.whole_on
where county.* is distinct from excluded.*
