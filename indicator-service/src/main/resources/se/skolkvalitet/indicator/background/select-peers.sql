-- A page of organisers, each followed by its peers, with the background of each.
with page as materialized (
    select school_form, organiser, period, reason
    from peer_group
    where calculation = :calculation
        and (cast(:organiser as text) is null or organiser = :organiser)
        and (cast(:schoolForm as text) is null or school_form = :schoolForm)
        and (school_form, organiser) > (:afterSchoolForm, :afterOrganiser)
    order by school_form, organiser
    limit :limit
), member as (
    select school_form, organiser, period, reason, 0 as position, organiser as code, cast(null as numeric) as distance
    from page
    union all
    select school_form, organiser, period, reason, position, peer, distance
    from page
    join peer using (school_form, organiser)
    where calculation = :calculation
)
select member.*, name, kind, background.indicators, background.figures
from member
join calculated_area as area on area.calculation = :calculation and area.level = 'organiser' and area.area = code
cross join lateral (
    select array_agg(indicator) as indicators, array_agg(value.value) as figures
    from value
    where calculation = :calculation and indicator = any(:background) and level = 'organiser' and value.area = code
        and value.period = member.period and sex = 'T' and value.school_form = member.school_form
        and value.value is not null
) as background
order by school_form, organiser, position
