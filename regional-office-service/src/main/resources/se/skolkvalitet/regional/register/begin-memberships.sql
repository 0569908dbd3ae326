-- A unit's first membership cannot be older than the unit.
with begun as (
    update membership set valid = daterange(staged_unit.starts_on, upper(membership.valid))
    from staged_unit
    where membership.unit = staged_unit.code
        and not staged_unit.outdated
        and lower_inf(membership.valid)
        and staged_unit.starts_on < coalesce(upper(membership.valid), 'infinity')
    returning membership.unit
)
insert into moved_unit select unit from begun
