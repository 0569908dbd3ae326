create temporary table changed_observation on commit drop as
select staged.*, known.unit is not null as known
from staged_observation as staged
left join observation as known
    on known.unit = staged.unit
    and known.measure = staged.measure
    and known.period = staged.period
    and known.superseded_by is null
where known.unit is null
    or (known.value, known.status, known.raw) is distinct from (staged.value, staged.status, staged.raw)
