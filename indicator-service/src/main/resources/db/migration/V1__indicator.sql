-- What the neighbours have told.

create table edition (
    number int primary key,
    valid_from date not null,
    document json not null
);

create table organiser (
    org_number text primary key,
    name text not null,
    kind text not null,
    municipality text not null,
    county text not null
);

create table school_unit (
    code text primary key,
    name text not null,
    organiser text not null,
    municipality text not null,
    municipality_name text not null,
    county text not null,
    county_name text not null,
    school_forms text[] not null,
    status text not null
);

-- Raw statistics. An observation is never changed: a new import supersedes it, so that what a release was made from
-- can be read years later.

create table statistics_import (
    number bigint generated always as identity primary key,
    job uuid not null unique,
    source text not null,
    sha256 text not null,
    imported_at timestamptz not null
);

create table observation (
    unit text not null,
    measure text not null,
    -- Empty where the source states no period.
    period text not null,
    value numeric,
    status text not null check (status in ('normal', 'rounded', 'withheld', 'missing', 'not-applicable')),
    raw text,
    import bigint not null references statistics_import,
    line bigint not null,
    superseded_by bigint references statistics_import,
    check ((value is not null) = (status in ('normal', 'rounded')))
);
create unique index observation_current on observation (unit, measure, period) where superseded_by is null;
create index observation_measure on observation (measure, period, unit);

-- Calculations: a function of an edition, the imports up to a number, and who runs which unit where.

create table calculation (
    number bigint generated always as identity primary key,
    job uuid not null unique,
    edition int not null references edition,
    last_import bigint not null references statistics_import,
    fingerprint text not null unique,
    calculated_at timestamptz not null
);

create table calculated_unit (
    calculation bigint not null references calculation,
    unit text not null,
    organiser text not null,
    municipality text not null,
    county text not null,
    primary key (calculation, unit)
);

create table calculated_area (
    calculation bigint not null references calculation,
    level text not null,
    area text not null,
    name text not null,
    primary key (calculation, level, area)
);

create table value (
    calculation bigint not null,
    indicator text not null,
    level text not null check (level in ('school-unit', 'organiser', 'municipality', 'county', 'nation')),
    area text not null,
    period text not null,
    sex text not null,
    school_form text not null,
    value numeric,
    status text not null
        check (status in ('normal', 'estimated', 'rounded', 'withheld', 'missing', 'not-applicable')),
    coverage numeric,
    units int not null,
    units_with_value int not null,
    primary key (calculation, indicator, level, area, period, sex),
    check ((value is not null) = (status in ('normal', 'estimated', 'rounded')))
) partition by list (calculation);
create index value_area on value (calculation, area, level);

create table release (
    id text primary key,
    sequence bigint not null unique,
    calculation bigint not null unique references calculation,
    edition int not null,
    code_version text not null,
    published_at timestamptz not null,
    value_count bigint not null
);

create table analysis (
    organiser text not null,
    release text not null references release,
    document json not null,
    primary key (organiser, release)
);

-- Why an area has no value although its units have observations: the strongest of their reasons.
create function absent_status(statuses text[]) returns text language sql immutable as $$
    select case
        when 'withheld' = any(statuses) then 'withheld'
        when 'missing' = any(statuses) then 'missing'
        else 'not-applicable'
    end
$$;
