-- Of which indicators less is told than the year before or in the release before, and which values of large areas are much other.
-- Of girls and boys and of periods taken together nothing is said that is not said of all and of each.
insert into release_finding (
    release, finding, check_kind, indicator, school_form, level, period, since_period, since_release, areas, among, largest
)
with asked as (
    select * from jsonb_to_recordset(:indicators) as asked (indicator text, kind text)
), told as materialized (
    select indicator, school_form, level, area, period, value, kind
    from value
    join asked using (indicator)
    where calculation = :calculation and sex = 'T' and value is not null and period <> '' and period not like '%..%'
), told_before as materialized (
    select indicator, school_form, level, area, period, value
    from value
    where calculation = :previous and sex = 'T' and value is not null and period <> '' and period not like '%..%'
        and indicator in (select indicator from asked)
), newest as (
    select indicator, school_form, max(period) as period
    from told
    group by indicator, school_form
), counted as (
    select indicator, school_form, level, period, count(*)::int as areas
    from told
    group by indicator, school_form, level, period
), counted_before as (
    select indicator, school_form, level, period, count(*)::int as areas
    from told_before
    group by indicator, school_form, level, period
), fewer as (
    select 'fewer-values' as check_kind, newest.indicator, newest.school_form, earlier.level, newest.period,
        earlier.period as since_period, null as since_release, earlier.areas - coalesce(now.areas, 0) as areas,
        earlier.areas as among, '[]'::jsonb as largest
    from newest
    join counted as earlier
        on (earlier.indicator, earlier.school_form, earlier.period)
            = (newest.indicator, newest.school_form, period_before(newest.period))
    left join counted as now
        on (now.indicator, now.school_form, now.level, now.period)
            = (newest.indicator, newest.school_form, earlier.level, newest.period)
    union all
    select 'lost-values', indicator, school_form, level, period, null, :previousRelease,
        counted_before.areas - coalesce(counted.areas, 0), counted_before.areas, '[]'
    from counted_before
    left join counted using (indicator, school_form, level, period)
), limits as (
    select * from jsonb_to_recordset(:limits) as limits (level text, share_points numeric, factor numeric)
), large as materialized (
    select told.* from told where level in (select level from limits)
), pair as (
    select indicator, school_form, level, area, told.period, earlier.period as since_period, null as since_release, kind,
        earlier.value as before, told.value as after
    from newest
    join large as told using (indicator, school_form, period)
    join large as earlier using (indicator, school_form, level, area, kind)
    where earlier.period = period_before(newest.period)
    union all
    select indicator, school_form, level, area, period, null, :previousRelease, kind, told_before.value, told.value
    from large as told
    join told_before using (indicator, school_form, level, area, period)
), jump as (
    select pair.*, row_number() over (
        partition by indicator, school_form, level, period, since_period, since_release
        order by case when kind = 'share' then abs(after - before) else greatest(after, before) / least(after, before) end desc, area
    ) as place
    from pair
    join limits using (level)
    where case
            when kind = 'share' then abs(after - before) > share_points
            else least(before, after) > 0 and greatest(before, after) > least(before, after) * factor
                and (kind <> 'count' or greatest(before, after) >= :leastCount)
        end
), found as (
    select * from fewer where areas = among or areas > greatest(:leastAreas, among * (1 - :leastShare))
    union all
    select 'jump', indicator, school_form, level, period, since_period, since_release, count(*)::int,
        (
            select count(*) from pair
            where pair.indicator = jump.indicator and pair.school_form = jump.school_form and pair.level = jump.level
                and pair.period = jump.period and pair.since_period is not distinct from jump.since_period
                and pair.since_release is not distinct from jump.since_release
        )::int,
        jsonb_agg(jsonb_build_object('area', area, 'before', before, 'after', after) order by place)
            filter (where place <= :mostNamed)
    from jump
    group by indicator, school_form, level, period, since_period, since_release
)
select :release,
    md5(concat_ws('|', check_kind, indicator, school_form, level, period, since_period, since_release, areas, among, largest))::uuid,
    found.*
from found
