create table county (
    code text primary key check (code ~ '^[0-9]{2}$'),
    name text not null
);

create table municipality (
    code text primary key check (code ~ '^[0-9]{4}$'),
    name text not null,
    county text not null references county
);

create table office (
    code text primary key,
    name text not null,
    municipality text not null references municipality,
    version bigint not null default 1
);

-- The county as key: no county has two offices.
create table office_coverage (
    county text primary key references county,
    office text not null references office
);

create table adviser (
    id uuid primary key,
    agency text not null check (agency in ('skolverket', 'spsm')),
    reference text not null,
    office text not null references office,
    school_forms text[] not null,
    active boolean not null,
    version bigint not null default 1,
    unique (agency, reference)
);

create table organiser (
    org_number text primary key check (org_number ~ '^[0-9]{10}$'),
    name text not null,
    kind text not null check (kind in ('municipal', 'regional', 'state', 'independent')),
    municipality text not null references municipality,
    version bigint not null default 1
);

create table school_unit (
    code text primary key check (code ~ '^[0-9]{8}$'),
    name text not null,
    organiser text not null references organiser deferrable initially deferred,
    municipality text not null references municipality,
    school_forms text[] not null,
    orientation text,
    street text,
    zip_code text,
    city text,
    latitude numeric,
    longitude numeric,
    status text not null check (status in ('active', 'closed')),
    version bigint not null default 1
);
create index school_unit_organiser on school_unit (organiser);
create index school_unit_municipality on school_unit (municipality);
