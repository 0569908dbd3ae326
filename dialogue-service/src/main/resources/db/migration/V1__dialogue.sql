-- What the neighbours have told.

create table office (
    code text primary key,
    name text not null
);

create table adviser (
    id uuid primary key,
    agency text not null,
    office text not null,
    active boolean not null
);

create table organiser (
    org_number text primary key,
    name text not null,
    kind text not null,
    municipality text not null,
    office text
);

create table analysis (
    organiser text primary key,
    release text not null,
    link text not null,
    school_units int not null,
    school_forms text[] not null
);

-- Rounds and dialogues.

create table round (
    code text primary key,
    name text not null,
    first_day date not null,
    last_day date not null check (last_day > first_day),
    state text not null check (state in ('open', 'planned')),
    hard_score int,
    soft_score int,
    planned_at timestamptz
);

create table dialogue (
    id uuid primary key,
    round text not null references round,
    organiser text not null,
    organiser_name text not null,
    office text not null,
    state text not null check (state in ('invited', 'planned')),
    analysis_release text not null,
    analysis_link text not null,
    school_units int not null,
    school_forms text[] not null,
    version bigint not null default 1,
    unique (round, organiser)
);

create extension if not exists btree_gist;

create table meeting (
    id uuid primary key,
    dialogue uuid not null references dialogue,
    kind text not null check (kind in ('introduction', 'dialogue', 'feedback')),
    during tstzrange not null,
    digital boolean not null,
    adviser uuid not null,
    spsm_adviser uuid not null,
    unique (dialogue, kind),
    -- Nobody is twice at once, whatever was planned or booked at the same time.
    exclude using gist (adviser with =, during with &&),
    exclude using gist (spsm_adviser with =, during with &&),
    exclude using gist (dialogue with =, during with &&)
);
