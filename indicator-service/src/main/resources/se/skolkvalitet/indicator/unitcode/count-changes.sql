select
    count(*) filter (where known.code is null) as inserted,
    count(*) filter (where known.unit <> staged.unit) as changed,
    count(*) filter (where known.unit = staged.unit) as unchanged
from staged_unit_code as staged
left join unit_code as known on known.scheme = :scheme and known.code = staged.code
