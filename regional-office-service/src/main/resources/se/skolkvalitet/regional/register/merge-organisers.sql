-- An organiser's seat is the municipality in which most of its open units lie, the lowest code where several have as
-- many; one without such units keeps the seat that it had. Its name and kind stay where a newer file told of its units.
with listed as (
    select distinct on (organiser) organiser, organiser_name, organiser_kind, municipality
    from staged_unit
    where not outdated
    order by organiser, line
), seat as (
    select distinct on (organiser) organiser, municipality
    from school_unit
    where status = 'active' and organiser in (select organiser from listed)
    group by organiser, municipality
    order by organiser, count(*) desc, municipality
), newest as (
    select organiser, max(told_on) as day
    from school_unit
    where organiser in (select organiser from listed)
    group by organiser
)
insert into organiser (org_number, name, kind, municipality, status)
select listed.organiser,
    case when newest.day > cast(:asOf as date) then registered.name else organiser_name end,
    case when newest.day > cast(:asOf as date) then registered.kind else organiser_kind end,
    coalesce(seat.municipality, registered.municipality, listed.municipality),
    case when seat.municipality is null then 'dormant' else 'active' end
from listed
left join seat using (organiser)
left join newest using (organiser)
left join organiser as registered on registered.org_number = listed.organiser
on conflict (org_number) do update set
    name = excluded.name,
    kind = excluded.kind,
    municipality = excluded.municipality,
    status = excluded.status,
    version = organiser.version + 1
where (organiser.name, organiser.kind, organiser.municipality, organiser.status)
    is distinct from (excluded.name, excluded.kind, excluded.municipality, excluded.status)
returning new.org_number as code, old.org_number is null as inserted
