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
), placed as (
    select calculation, unit, 'organiser' as level, organiser as area, valid::text as valid
    from calculated_membership where calculation in (:before, :after)
    union all
    select calculation, unit, areas.level, areas.area, ''
    from calculated_unit, lateral (values ('municipality', municipality), ('county', county)) as areas (level, area)
    where calculation in (:before, :after)
), moved as (
    -- A school unit that is new, or is gone, changes no area for this; one that is in another one does.
    select distinct level, area
    from placed
    where exists (select from calculated_unit where calculation = :before and unit = placed.unit)
        and exists (select from calculated_unit where calculation = :after and unit = placed.unit)
    group by unit, level, area, valid
    having count(*) = 1
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
), earlier as (
    select indicator, level, area, period, sex, school_form, status, value, low, high, interval_low, interval_high, reason,
        coverage, rounded_share, estimate, units, units_with_value
    from value
    where calculation = :before
        and (indicator, level, area, period, sex, school_form)
            >= (:fromIndicator, :fromLevel, :fromArea, :fromPeriod, :fromSex, :fromSchoolForm)
), later as (
    select indicator, level, area, period, sex, school_form, status, value, low, high, interval_low, interval_high, reason,
        coverage, rounded_share, estimate, units, units_with_value
    from value
    where calculation = :after
        and (indicator, level, area, period, sex, school_form)
            >= (:fromIndicator, :fromLevel, :fromArea, :fromPeriod, :fromSex, :fromSchoolForm)
), other_value as (
    select indicator, level, area, period, sex, school_form,
        case when earlier.status is null then 'added' when later.status is null then 'removed' else 'changed' end as change,
        earlier.status as before_status, earlier.value as before_value, earlier.low as before_low, earlier.high as before_high,
        later.status as after_status, later.value as after_value, later.low as after_low, later.high as after_high
    from earlier
    full join later using (indicator, level, area, period, sex, school_form)
    where (earlier.status, earlier.value, earlier.low, earlier.high, earlier.interval_low, earlier.interval_high, earlier.reason,
            earlier.coverage, earlier.rounded_share, earlier.estimate, earlier.units, earlier.units_with_value)
        is distinct from
            (later.status, later.value, later.low, later.high, later.interval_low, later.interval_high, later.reason,
            later.coverage, later.rounded_share, later.estimate, later.units, later.units_with_value)
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
    select 'value',
        case
            when exists (
                select from definition
                where (definition.indicator, definition.school_form) = (other_value.indicator, other_value.school_form)
            ) or exists (
                select from area
                where (area.level, area.area) = (other_value.level, other_value.area) and area.change <> 'renamed'
            ) then 'major'
            else 'minor'
        end, change, indicator, level, area, period, sex, school_form, before_status, before_value, before_low, before_high,
        after_status, after_value, after_low, after_high, 2
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
