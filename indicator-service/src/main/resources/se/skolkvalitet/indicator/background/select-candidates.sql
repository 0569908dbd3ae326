-- Organisers with their background in the newest period in which enough of them have all of it; without a period where
-- there is none. The background is in the order of the indicators, and null where a value is missing.
with told as materialized (
    select period, area as organiser,
        case when count(value) = cardinality(:background) then
            array_agg(value order by array_position(:background, indicator))
        end as background
    from value
    where calculation = :calculation and level = 'organiser' and sex = 'T' and school_form = :schoolForm
        and indicator = any(:background) and period <> ''
    group by period, area
), newest as (
    select max(period) as period
    from (
        select period from told where background is not null group by period having count(*) >= :least
    ) as full_periods
)
select distinct organiser as code, kind, newest.period,
    case when newest.period is not null then background end as background
from told
cross join newest
join calculated_area on calculation = :calculation and level = 'organiser' and area = organiser
where told.period = newest.period or newest.period is null
order by organiser
