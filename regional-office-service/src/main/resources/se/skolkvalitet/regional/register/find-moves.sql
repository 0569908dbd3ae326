-- What the file tells of who has a unit, against the latest membership that is known; only where it is something new.
-- A day that is null stands for no beginning or no end. An organiser's membership begins
-- * on the day that the line states for it;
-- * for a unit that is new here, when the unit began, if the line tells that, and else nobody knows when;
-- * as it did where the organiser has the unit already;
-- * with the membership in whose place it comes, where that was told by another file of the same day: a correction;
-- * when the unit began again, if the line tells that, and else on the day of the file (or the unit's last day).
create temporary table move on commit drop as
with told as (
    select code as unit, organiser, organiser_since as since, starts_on,
        case when ends_on < cast(:asOf as date) then ends_on + 1 end as until,
        least(ends_on, cast(:asOf as date)) as last_day
    from staged_unit
    where not outdated
    union all
    select code, organiser, null, null, cast(:asOf as date), cast(:asOf as date)
    from absent_unit
), compared as (
    select told.*, last.organiser as last_organiser, last.valid as last, last.begin_told_on, last.end_told_on,
        coalesce(last.organiser = told.organiser and (upper_inf(last.valid) or until is not null), false) as goes_on
    from told
    left join lateral (
        select * from membership where membership.unit = told.unit order by membership.valid desc limit 1
    ) as last on true
), begun as (
    select *,
        case
            when since is not null then since
            when last is null then starts_on
            when goes_on then lower(last)
            when begin_told_on = cast(:asOf as date) and (upper_inf(last) or end_told_on = cast(:asOf as date))
                then lower(last)
            when upper_inf(last) then last_day
            when starts_on >= upper(last) then starts_on
            when end_told_on = cast(:asOf as date) then upper(last)
            else last_day
        end as begins
    from compared
    where not (goes_on and since is null and until is not distinct from upper(last))
), placed as (
    -- From the cut on, nothing of what was known stays.
    select *,
        case
            when begins is null or (goes_on and lower_inf(last)) then null
            else least(begins, until, case when goes_on then lower(last) end)
        end as cut
    from begun
), joined as (
    -- The one before meets it, and is the same one where the organiser is the same.
    select placed.unit, placed.organiser, begins, until, cut, goes_on, last_organiser, last,
        placed.begin_told_on as told_before, before.valid as before, before.begin_told_on as before_told,
        coalesce(before.organiser = placed.organiser
            and (upper_inf(before.valid) or upper(before.valid) >= begins or upper(before.valid) = cut), false) as same,
        least(begins, until) as before_until,
        upper_inf(before.valid) or upper(before.valid) > least(begins, until) or upper(before.valid) = cut as meets
    from placed
    left join lateral (
        select * from membership
        where membership.unit = placed.unit and (lower_inf(membership.valid) or lower(membership.valid) < placed.cut)
        order by membership.valid desc limit 1
    ) as before on placed.cut is not null
), result as (
    select unit, organiser, last_organiser, last,
        case when same then lower(before) else cut end as cut,
        case when same then lower(before) else begins end as begins,
        until,
        case when same then before_told when goes_on then told_before else cast(:asOf as date) end as begin_told_on,
        case when meets and not same then before end as shortened,
        before_until as shortened_until
    from joined
)
select unit, organiser, cut, begin_told_on, shortened, shortened_until,
    case when until is not null then cast(:asOf as date) end as end_told_on,
    case when until <= begins then 'empty' else daterange(begins, until) end as valid
from result
where last_organiser is distinct from organiser
    or last is distinct from case when until <= begins then 'empty' else daterange(begins, until) end
