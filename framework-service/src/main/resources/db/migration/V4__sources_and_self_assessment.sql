-- What a measure's source leaves unclear, and why a sub-goal has no indicator. Both languages or none.
alter table measure
    add column note_sv text,
    add column note_en text,
    add check ((note_sv is null) = (note_en is null));

alter table sub_goal
    add column not_followed_sv text,
    add column not_followed_en text,
    add check ((not_followed_sv is null) = (not_followed_en is null));

-- The described levels of a success factor, from the first steps upwards, and the publications that it rests on.
create table success_factor_level (
    success_factor uuid not null references success_factor,
    position int not null,
    sv text not null,
    en text not null,
    primary key (success_factor, position)
);

create table success_factor_reference (
    success_factor uuid not null references success_factor,
    position int not null,
    title text not null,
    publisher text not null,
    year int not null,
    url text,
    primary key (success_factor, position)
);
