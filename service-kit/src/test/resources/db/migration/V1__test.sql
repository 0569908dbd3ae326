create table thing (
    code text primary key,
    version bigint not null default 1
);
