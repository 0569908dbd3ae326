-- The school year or calendar year before; null of what is neither.
create function period_before(period text) returns text language sql immutable parallel safe as $$
    select case
        when period ~ '^[0-9]{4}/[0-9]{2}$' then format('%s/%s', left(period, 4)::int - 1, substr(period, 3, 2))
        when period ~ '^[0-9]{4}$' then (period::int - 1)::text
    end
$$;

-- What the checks of a release have found that somebody has to explain before it is published.
create table release_finding (
    release text not null references release on delete cascade,
    -- The same wherever the same is found: its reason holds for a calculation that is made anew.
    finding uuid not null,
    check_kind text not null check (check_kind in ('fewer-values', 'lost-values', 'jump')),
    indicator text not null,
    school_form text not null,
    level text not null,
    period text not null,
    since_period text,
    since_release text,
    areas int not null,
    among int not null,
    largest json not null,
    -- As it was when the release was published; until then it is that of the finding.
    reason text,
    primary key (release, finding)
);
create table finding_reason (
    finding uuid primary key,
    reason text not null,
    recorded_at timestamptz not null
);
alter table release add checked_at timestamptz;
