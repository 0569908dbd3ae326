select unit, period,
    case when count(value) = ${parts} then sum(value) end as value,
    case
        when count(value) = ${parts} then case when bool_and(status = 'normal') then 'normal' else 'rounded' end
        when count(*) < ${parts} then 'missing'
        else absent_status(array_agg(status))
    end as status
from (${each}) as each
group by unit, period
