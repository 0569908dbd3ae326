-- The grades of a unit by school form, [{"schoolForm": …, "grades": […]}], both in order. A form that is not in it is one
-- of whose grades nobody has told, as of all forms that were told before grades were kept.
alter table school_unit add column grades jsonb not null default '[]' check (jsonb_typeof(grades) = 'array');
alter table school_unit alter column grades drop default;

-- The newest day of which a file without faults told all units of a county. What imports said before days were kept here
-- is not known. The highest version is the register's.
create table whole_county (
    county text primary key references county,
    whole_on date not null,
    version bigint not null
);
