-- Whether there is anything that the file may change: figures of the same measures and periods, or of another source.
select exists (
    select from observation
    join (select distinct measure, period from told) as told using (measure, period)
    where superseded_by is null
) or exists (
    select from imported_period
    join statistics_import on number = import
    where measure in (select measure from told) and source <> :source
)
