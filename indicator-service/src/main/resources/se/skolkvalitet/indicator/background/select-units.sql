-- School units with a value of an indicator, and their background in its order; it is null where a value is missing.
select told.period, told.area as code, told.value, background.background
from value as told
cross join lateral (
    select case when count(*) = cardinality(:background) then
        array_agg(value.value order by array_position(:background, value.indicator))
    end as background
    from value
    where value.calculation = told.calculation and value.indicator = any(:background) and value.level = told.level
        and value.area = told.area and value.period = told.period and value.sex = told.sex
        and value.school_form = told.school_form and value.value is not null
) as background
where told.calculation = :calculation and told.indicator = :indicator and told.level = 'school-unit' and told.sex = 'T'
    and told.school_form = :schoolForm and told.period <> '' and told.value is not null
order by told.period, told.area
