-- Tables of the kit, the same in every service's database.

create table outbox (
    seq bigint generated always as identity primary key,
    id uuid not null unique,
    topic text not null,
    type text not null,
    subject text not null,
    version bigint not null,
    data json not null,
    occurred_at timestamptz not null,
    -- Given when the relay has sent the event, so that it never runs ahead of a transaction that commits late.
    position bigint unique
);
create index outbox_unsent on outbox (seq) where position is null;
create sequence outbox_position;

create function outbox_wake() returns trigger language plpgsql as $$
begin
    perform pg_notify('outbox', '');
    return null;
end $$;
create trigger outbox_wake after insert on outbox for each statement execute function outbox_wake();

create table inbox (
    topic text not null,
    subject text not null,
    version bigint not null,
    event_id text not null,
    received_at timestamptz not null,
    primary key (topic, subject)
);

create table dead_letter (
    id uuid primary key,
    topic text not null,
    partition int not null,
    record_offset bigint not null,
    key text,
    headers json not null,
    value bytea,
    reason text not null,
    failed_at timestamptz not null,
    replayed_at timestamptz,
    unique (topic, partition, record_offset)
);

create table idempotency_key (
    operation text not null,
    key text not null,
    fingerprint text not null,
    status int,
    location text,
    body text,
    created_at timestamptz not null default now(),
    primary key (operation, key)
);

create table job (
    id uuid primary key,
    kind text not null,
    state text not null check (state in ('queued', 'running', 'completed', 'failed')),
    parameters json not null,
    input_sha256 text,
    attempts int not null default 0,
    report json,
    problem text,
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz
);
create index job_open on job (kind, created_at) where state in ('queued', 'running');

-- Apart from the job, so that a job's own transaction never meets the session that tells of its progress.
create table job_progress (
    job uuid primary key references job on delete cascade,
    step text not null,
    done bigint not null,
    total bigint
);

create table job_input (
    job uuid not null references job on delete cascade,
    part int not null,
    bytes bytea not null,
    primary key (job, part)
);
alter table job_input alter column bytes set storage external;

create function job_wake() returns trigger language plpgsql as $$
begin
    perform pg_notify('job', '');
    return null;
end $$;
create trigger job_wake after insert on job for each statement execute function job_wake();
