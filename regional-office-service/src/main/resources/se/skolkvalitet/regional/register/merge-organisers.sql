-- An organiser's seat is the municipality in which most of its units lie, the lowest code where several have as many.
with seat as (
    select distinct on (organiser) organiser, municipality
    from school_unit
    where organiser in (select organiser from staged_unit)
    group by organiser, municipality
    order by organiser, count(*) desc, municipality
), listed as (
    select distinct on (organiser) organiser, organiser_name, organiser_kind
    from staged_unit
    order by organiser, line
)
insert into organiser (org_number, name, kind, municipality, status)
select listed.organiser, organiser_name, organiser_kind, seat.municipality, 'active'
from listed join seat using (organiser)
on conflict (org_number) do update set
    name = excluded.name,
    kind = excluded.kind,
    municipality = excluded.municipality,
    status = excluded.status,
    version = organiser.version + 1
where (organiser.name, organiser.kind, organiser.municipality, organiser.status)
    is distinct from (excluded.name, excluded.kind, excluded.municipality, excluded.status)
returning new.org_number as code, old.org_number is null as inserted
