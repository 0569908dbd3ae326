-- Organisers that are alike by the background that the edition names for a school form.
create table peer_group (
    calculation bigint not null references calculation,
    school_form text not null,
    organiser text not null,
    -- Null where in no period enough organisers have all of the background.
    period text,
    -- Why the organiser has no peers.
    reason text check (reason in ('organisers', 'background', 'kind')),
    primary key (calculation, school_form, organiser)
);

create table peer (
    calculation bigint not null,
    school_form text not null,
    organiser text not null,
    position int not null check (position > 0),
    peer text not null check (peer <> organiser),
    distance numeric not null check (distance >= 0),
    primary key (calculation, school_form, organiser, position),
    foreign key (calculation, school_form, organiser) references peer_group
);

-- By which line the values of an indicator are expected from their background.
create table expected_model (
    calculation bigint not null references calculation,
    indicator text not null,
    school_form text not null,
    period text not null,
    units int not null,
    intercept numeric,
    r2 numeric check (r2 between 0 and 1),
    -- Why there is none.
    reason text check (reason in ('few-units', 'same-value', 'collinear')),
    primary key (calculation, indicator, school_form, period),
    check ((intercept is null) = (reason is not null) and (r2 is null) = (reason is not null))
);

create table expected_coefficient (
    calculation bigint not null,
    indicator text not null,
    school_form text not null,
    period text not null,
    -- In the order of the edition.
    position int not null,
    background text not null,
    coefficient numeric not null,
    primary key (calculation, indicator, school_form, period, position),
    foreign key (calculation, indicator, school_form, period) references expected_model
);

-- Of all (sex T) only.
create table expected_value (
    calculation bigint not null,
    indicator text not null,
    level text not null,
    area text not null,
    period text not null,
    school_form text not null,
    expected numeric not null,
    residual numeric not null,
    primary key (calculation, indicator, level, area, period, school_form),
    foreign key (calculation, indicator, school_form, period) references expected_model
);
