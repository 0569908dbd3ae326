-- By which background organisers are alike, for each school form; and by which a value of an indicator is expected, null
-- where by none.
create table peers (
    edition int not null references edition,
    position int not null,
    school_form text not null,
    background text[] not null,
    primary key (edition, position)
);

alter table indicator add column expected_by text[];
