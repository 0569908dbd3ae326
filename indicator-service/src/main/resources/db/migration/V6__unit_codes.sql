-- By which codes other registers know school units, where these are not school unit codes. Filled by imports; read while
-- statistics that use them come in.
create table unit_code (
    scheme text not null,
    code text not null,
    unit text not null,
    primary key (scheme, code)
);
