-- Of which indicators less is told than the year before or in the release before, and which values of large areas are much other.
-- Of girls and boys nothing is said that is said of all, and of periods taken together nothing that is not said of each.
insert into release_finding (
    release, finding, check_kind, indicator, school_form, sex, level, period, since_period, since_release, areas, among, largest
)
with asked as (
    select * from jsonb_to_recordset(:indicators) as asked (indicator text, kind text)
), counted as materialized (
    select indicator, school_form, sex, level, period, count(*)::int as areas
    from value
    where calculation = :calculation and value is not null and period <> '' and period not like '%..%'
    group by indicator, school_form, sex, level, period
), counted_before as materialized (
    select indicator, school_form, sex, level, period, count(*)::int as areas
    from value
    where calculation = :previous and value is not null and period <> '' and period not like '%..%'
        and indicator in (select indicator from asked)
    group by indicator, school_form, sex, level, period
), newest as (
    select indicator, school_form, coalesce(max(period) filter (where sex = 'T'), max(period)) as period
    from counted
    group by indicator, school_form
), fewer as (
    select 'fewer-values' as check_kind, newest.indicator, newest.school_form, earlier.sex, earlier.level, newest.period,
        earlier.period as since_period, null as since_release, earlier.areas - coalesce(now.areas, 0) as areas,
        earlier.areas as among, '[]'::jsonb as largest
    from newest
    join counted as earlier
        on (earlier.indicator, earlier.school_form, earlier.period)
            = (newest.indicator, newest.school_form, period_before(newest.period))
    left join counted as now
        on (now.indicator, now.school_form, now.sex, now.level, now.period)
            = (newest.indicator, newest.school_form, earlier.sex, earlier.level, newest.period)
    union all
    select 'lost-values', indicator, school_form, sex, level, period, null, :previousRelease,
        counted_before.areas - coalesce(counted.areas, 0), counted_before.areas, '[]'
    from counted_before
    left join counted using (indicator, school_form, sex, level, period)
), limits as (
    select * from jsonb_to_recordset(:limits) as limits (level text, share_points numeric, factor numeric)
), large as materialized (
    select indicator, school_form, level, area, period, value, kind
    from value
    join asked using (indicator)
    where calculation = :calculation and sex = 'T' and value is not null and period <> '' and period not like '%..%'
        and level in (select level from limits)
), large_before as materialized (
    select indicator, school_form, level, area, period, value
    from value
    where calculation = :previous and sex = 'T' and value is not null and level in (select level from limits)
), pair as (
    select indicator, school_form, level, area, told.period, earlier.period as since_period, null as since_release, kind,
        earlier.value as before, told.value as after
    from newest
    join large as told using (indicator, school_form, period)
    join large as earlier using (indicator, school_form, level, area, kind)
    where earlier.period = period_before(newest.period)
    union all
    select indicator, school_form, level, area, period, null, :previousRelease, kind, earlier.value, told.value
    from large as told
    join large_before as earlier using (indicator, school_form, level, area, period)
), compared as (
    select pair.*, share_points, factor, abs(after - before) as difference,
        case
            when before * after > 0 then greatest(abs(before), abs(after)) / least(abs(before), abs(after))
            when before <> after then 'Infinity'::numeric
            else 1
        end as times,
        -- What was or is zero, or is now on its other side, is held against how much values usually are: no factor tells how far apart
        -- they are.
        coalesce(avg(nullif(abs(before), 0)) over (
            partition by indicator, school_form, level, period, since_period, since_release
        ), 0) as usual
    from pair
    join limits using (level)
), jump as (
    select compared.*, row_number() over (
        partition by indicator, school_form, level, period, since_period, since_release
        order by case when kind <> 'share' then times end desc, difference desc, area
    ) as place
    from compared
    where case kind
            when 'share' then difference > share_points
            when 'count' then times > factor and greatest(abs(before), abs(after)) >= :leastCount
            else times > factor and (before * after > 0 or difference >= usual * (factor - 1))
        end
), less as (
    select * from fewer where areas = among or areas > greatest(:leastAreas, among * (1 - :leastShare))
), found as (
    select * from less
    where sex = 'T' or not exists (
        select from less as of_all
        where of_all.sex = 'T' and (of_all.check_kind, of_all.indicator, of_all.school_form, of_all.level, of_all.period)
            = (less.check_kind, less.indicator, less.school_form, less.level, less.period)
    )
    union all
    select 'jump', indicator, school_form, 'T', level, period, since_period, since_release, count(*)::int,
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
    md5(concat_ws('|', check_kind, indicator, school_form, nullif(sex, 'T'), level, period, since_period, since_release, areas, among, largest))::uuid,
    found.*
from found
