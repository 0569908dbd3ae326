create extension if not exists btree_gist;

-- The newest day that a file told of a unit; unknown for what was told before days were kept.
alter table school_unit add column told_on date;

-- Which organiser had a unit from when to when. Without a beginning where nobody has told it, without an end while it
-- lasts. The days on which files told of beginning and end let a file correct another of the same day.
create table membership (
    unit text not null references school_unit deferrable initially deferred,
    organiser text not null references organiser deferrable initially deferred,
    valid daterange not null check (not isempty(valid)),
    begin_told_on date,
    end_told_on date,
    constraint membership_of_one_organiser_a_day exclude using gist (unit with =, valid with &&)
);
create index membership_organiser on membership (organiser);

insert into membership (unit, organiser, valid)
select code, organiser, daterange(null, null)
from school_unit
where status = 'active';
