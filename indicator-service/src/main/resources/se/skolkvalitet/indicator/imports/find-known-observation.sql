select exists (
    select from observation
    join (select distinct measure, period from told) as told using (measure, period)
    where superseded_by is null
)
