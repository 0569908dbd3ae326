create extension if not exists btree_gist;

-- The newest day that a file told of a unit; unknown for what was told before days were kept.
alter table school_unit add column told_on date;

-- A file of a whole country changes that day in each row; with room beside them, the indexes need not follow.
alter table school_unit set (fillfactor = 45);

-- Which organiser had a unit from when to when. Without a beginning where nobody has told it, without an end while it
-- lasts. The days on which files told of beginning and end let a file correct another of the same day. The constraint
-- looks at codes, which are eight digits, as numbers: that costs a fifth of the time.
create table membership (
    unit text not null references school_unit deferrable initially deferred,
    organiser text not null,
    valid daterange not null check (not isempty(valid)),
    begin_told_on date,
    end_told_on date,
    constraint membership_of_one_organiser_a_day exclude using gist (cast(unit as int) with =, valid with &&)
);
create index membership_unit on membership (unit);

insert into membership (unit, organiser, valid)
select code, organiser, daterange(null, null)
from school_unit
where status = 'active';
