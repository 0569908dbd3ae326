-- What is other in the calculation :after than in :before: how values are calculated, then areas, then values.
with definition as (
    select indicator, school_form,
        case
            -- How the values of a release before 0.2 were calculated is not known.
            when earlier.told is null and exists (select from calculated_definition where calculation = :before) then 'added'
            when later.told is null then 'removed'
            else 'changed'
        end as change
    -- With which others an indicator's figures are protected says nothing of what it is.
    from (
        select indicator, school_form, split_part(definition, ', protected with', 1) as told
        from calculated_definition where calculation = :before
    ) as earlier
    full join (
        select indicator, school_form, split_part(definition, ', protected with', 1) as told
        from calculated_definition where calculation = :after
    ) as later using (indicator, school_form)
    where earlier.told is distinct from later.told
), moved as (
    -- A school unit that opens or closes changes no area for this; one that is told to be in another one on the same day does.
    select distinct level, area
    from (
        select 'organiser' as level, earlier.organiser as one, later.organiser as other
        from calculated_membership as earlier
        join calculated_membership as later using (unit)
        where earlier.calculation = :before and later.calculation = :after and earlier.valid && later.valid
        union all
        select areas.level, areas.one, areas.other
        from calculated_unit as earlier
        join calculated_unit as later using (unit)
        cross join lateral (values
            ('municipality', earlier.municipality, later.municipality),
            ('county', earlier.county, later.county)
        ) as areas (level, one, other)
        where earlier.calculation = :before and later.calculation = :after
    ) as told
    cross join lateral (values (one), (other)) as areas (area)
    where one <> other
), area as (
    select level, area,
        case
            when earlier.name is null then 'added'
            when later.name is null then 'removed'
            when moved.area is not null then 'changed'
            else 'renamed'
        end as change
    from (select level, area, name from calculated_area where calculation = :before) as earlier
    full join (select level, area, name from calculated_area where calculation = :after) as later using (level, area)
    left join moved using (level, area)
    where earlier.name is distinct from later.name or moved.area is not null
), grave as (
    select indicator, school_form, null as level, null as area from definition
    union all
    select null, null, level, area from area where change <> 'renamed'
), other_value as (
    -- Each in the order of its primary key, so that no more is read than a page needs.
    (
        select later.indicator, later.level, later.area, later.period, later.sex, later.school_form,
            case when earlier.status is null then 'added' else 'changed' end as change,
            earlier.status as before_status, earlier.value as before_value, earlier.low as before_low,
            earlier.high as before_high, later.status as after_status, later.value as after_value, later.low as after_low,
            later.high as after_high, severity
        from value as later
        left join value as earlier
            on earlier.calculation = :before
            and (earlier.indicator, earlier.level, earlier.area, earlier.period, earlier.sex, earlier.school_form)
                = (later.indicator, later.level, later.area, later.period, later.sex, later.school_form)
            and (earlier.indicator, earlier.level, earlier.area, earlier.period, earlier.sex, earlier.school_form)
                > (:fromIndicator, :fromLevel, :fromArea, :fromPeriod, :fromSex, :fromSchoolForm)
        cross join lateral (
            select case
                when (later.indicator, later.school_form) in (select indicator, school_form from grave where level is null)
                    or (later.level, later.area) in (select level, area from grave where level is not null)
                then 'major' else 'minor' end as severity
        ) as severities
        where later.calculation = :after
            and (later.indicator, later.level, later.area, later.period, later.sex, later.school_form)
                > (:fromIndicator, :fromLevel, :fromArea, :fromPeriod, :fromSex, :fromSchoolForm)
            and (earlier.status, earlier.value, earlier.low, earlier.high, earlier.interval_low, earlier.interval_high,
                    earlier.reason, earlier.coverage, earlier.rounded_share, earlier.estimate, earlier.units,
                    earlier.units_with_value)
                is distinct from
                    (later.status, later.value, later.low, later.high, later.interval_low, later.interval_high,
                    later.reason, later.coverage, later.rounded_share, later.estimate, later.units, later.units_with_value)
            and (:severity::text is null or severity = :severity)
            and :mostPlace >= 2
        order by later.indicator, later.level, later.area, later.period, later.sex, later.school_form
        limit :limit
    )
    union all
    (
        select earlier.indicator, earlier.level, earlier.area, earlier.period, earlier.sex, earlier.school_form, 'removed',
            earlier.status, earlier.value, earlier.low, earlier.high, null, null::numeric, null::numeric, null::numeric,
            severity
        from value as earlier
        cross join lateral (
            select case
                when (earlier.indicator, earlier.school_form) in (select indicator, school_form from grave where level is null)
                    or (earlier.level, earlier.area) in (select level, area from grave where level is not null)
                then 'major' else 'minor' end as severity
        ) as severities
        where earlier.calculation = :before
            and (earlier.indicator, earlier.level, earlier.area, earlier.period, earlier.sex, earlier.school_form)
                > (:fromIndicator, :fromLevel, :fromArea, :fromPeriod, :fromSex, :fromSchoolForm)
            and not exists (
                select from value as later
                where later.calculation = :after
                    and (later.indicator, later.level, later.area, later.period, later.sex, later.school_form)
                        = (earlier.indicator, earlier.level, earlier.area, earlier.period, earlier.sex, earlier.school_form)
                    and (later.indicator, later.level, later.area, later.period, later.sex, later.school_form)
                        > (:fromIndicator, :fromLevel, :fromArea, :fromPeriod, :fromSex, :fromSchoolForm)
            )
            and (:severity::text is null or severity = :severity)
            and :mostPlace >= 2
        order by earlier.indicator, earlier.level, earlier.area, earlier.period, earlier.sex, earlier.school_form
        limit :limit
    )
), change as (
    select 'definition' as subject, 'major' as severity, change, indicator, '' as level, '' as area, '' as period, '' as sex,
        school_form, null as before_status, null::numeric as before_value, null::numeric as before_low,
        null::numeric as before_high, null as after_status, null::numeric as after_value, null::numeric as after_low,
        null::numeric as after_high, 0 as place
    from definition
    union all
    select 'area', case when change = 'renamed' then 'minor' else 'major' end, change, '', level, area, '', '', '', null, null,
        null, null, null, null, null, null, 1
    from area
    union all
    select 'value', severity, change, indicator, level, area, period, sex, school_form, before_status, before_value, before_low,
        before_high, after_status, after_value, after_low, after_high, 2
    from other_value
)
select *
from change
where (place, indicator, level, area, period, sex, school_form)
        > (:afterPlace, :afterIndicator, :afterLevel, :afterArea, :afterPeriod, :afterSex, :afterSchoolForm)
    and (:severity::text is null or severity = :severity)
    and place <= :mostPlace
order by place, indicator, level, area, period, sex, school_form
limit :limit
