create extension if not exists btree_gist;

-- Which organiser had a unit from when to when, as the register tells. Without a beginning where it knows none, without
-- an end while it lasts. The constraint is looked at when a transaction ends: a unit's memberships change all at once.
create table membership (
    unit text not null references school_unit,
    organiser text not null,
    valid daterange not null check (not isempty(valid)),
    constraint membership_of_one_organiser_a_day exclude using gist (unit with =, valid with &&)
        deferrable initially deferred
);
create index membership_unit on membership (unit);

-- What the register's own migration makes of the units that it does not announce again.
insert into membership (unit, organiser, valid)
select code, organiser, daterange(null, null)
from school_unit
where status = 'active';
