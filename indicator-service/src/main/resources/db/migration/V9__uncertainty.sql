-- A value that is one sum by another keeps both, so that it can be put together with those of other periods, and a part of an
-- area taken out of it; and the interval in which a share lies of which it is known how many it is about.
alter table value
    add dividend numeric,
    add divisor numeric,
    add interval_low numeric,
    add interval_high numeric,
    add check ((dividend is null) = (divisor is null)),
    add check ((interval_low is null) = (interval_high is null));

-- Three periods taken together are written 2022/23..2024/25, and belong to the day of the last.
create or replace function reference_day(period text) returns date language sql immutable parallel safe as $$
    select case when period <> '' then make_date(left(split_part(period, '..', -1), 4)::int, 10, 15) end
$$;

-- An end of the interval in which, with a confidence of 95 %, the chance lies that gave a share of a whole: Wilson, Journal of
-- the American Statistical Association 22 (1927). Of a share in percent, in percent; the end is -1 or 1.
create function wilson(share numeric, whole numeric, side int) returns numeric language sql immutable parallel safe as $$
    select 100 * least(greatest(
        (p + z * z / (2 * whole) + side * z * sqrt(p * (1 - p) / whole + z * z / (4 * whole * whole))) / (1 + z * z / whole), 0
    ), 1)
    from (select least(greatest(share / 100, 0), 1) as p, 1.959963984540054 as z) as given
$$;

-- Of which kind an organiser was, as the register told when it was calculated; null for other areas, where nobody has told
-- it, and in calculations of before.
alter table calculated_area add kind text;

-- How a value stands among those of its level, of organisers among those of the same kind.
create table standing (
    calculation bigint not null references calculation,
    indicator text not null,
    level text not null check (level in ('organiser', 'municipality', 'county')),
    area text not null,
    period text not null,
    sex text not null,
    school_form text not null,
    place int not null check (place between 1 and among),
    among int not null,
    percentile int not null check (percentile between 0 and 100),
    primary key (calculation, indicator, level, area, period, sex, school_form)
);

-- What school forms are from when to when, as framework-service told it with the edition.
alter table edition add school_forms json;
