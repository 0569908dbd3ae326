-- Organisers that the file does not name, but whose units it moved to others or closed: their seat may be elsewhere now,
-- and one without open units is dormant and keeps the seat that it had. All of them are looked at, which costs little and
-- also mends what was left undone before.
with seat as (
    select distinct on (organiser) organiser, municipality
    from school_unit
    where status = 'active'
    group by organiser, municipality
    order by organiser, count(*) desc, municipality
), due as (
    select organiser.org_number, coalesce(seat.municipality, organiser.municipality) as municipality,
        case when seat.municipality is null then 'dormant' else 'active' end as status
    from organiser left join seat on seat.organiser = organiser.org_number
)
update organiser set
    municipality = due.municipality,
    status = due.status,
    version = organiser.version + 1
from due
where due.org_number = organiser.org_number
    and (organiser.municipality, organiser.status) is distinct from (due.municipality, due.status)
returning organiser.org_number as code, false as inserted
