select level, area, period,
    case when protection is null then numerator * ${per} / denominator end as value,
    case
        when protection is not null then protection
        when units_with_value < units then 'estimated'
        when rounded then 'rounded'
        else 'normal'
    end as status,
    case when protection is null and level <> 'school-unit'
        then round(units_with_value::numeric / units, 3)
    end as coverage,
    units, units_with_value
from (
    select *,
        case
            when units_with_value = 0 then absent
            when denominator = 0 then 'not-applicable'
            when denominator < 10 then 'withheld'
            when ${share} and numerator between 1 and 4 then 'withheld'
            when ${share} and denominator - numerator between 1 and 4 then 'withheld'
        end as protection
    from (
        select level, area, period,
            sum(numerator.value) filter (where denominator.value is not null) as numerator,
            sum(denominator.value) filter (where numerator.value is not null) as denominator,
            bool_or('rounded' in (numerator.status, denominator.status)) as rounded,
            absent_status(array_agg(numerator.status) || array_agg(denominator.status)) as absent,
            count(*)::int as units,
            count(numerator.value + denominator.value)::int as units_with_value
        from (${numerator}) as numerator
        join (${denominator}) as denominator using (unit, period)
        join unit_area using (unit)
        group by level, area, period
    ) as summed
) as protected
