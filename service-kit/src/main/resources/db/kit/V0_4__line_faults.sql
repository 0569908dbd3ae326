-- What is wrong with the lines of a job's file: all of it, while its report tells the first few.
create table line_fault (
    job uuid not null references job on delete cascade,
    position bigint generated always as identity,
    line bigint not null,
    field text not null,
    rule text not null,
    message text not null,
    primary key (job, line, position)
);
