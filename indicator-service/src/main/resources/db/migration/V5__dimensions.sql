-- Figures of areas as well as of units, and by school form, sex, grade and programme. What is here came from the one source
-- that was read so far: Planned educations of grundskola, all pupils, no grade beside the measure's own.
alter table observation rename column unit to area;
alter table observation
    add level text not null default 'school-unit'
        check (level in ('school-unit', 'organiser', 'municipality', 'county', 'nation')),
    add school_form text not null default 'grundskola',
    add sex text not null default 'T' check (sex in ('T', 'F', 'M')),
    -- Empty where the figure is of all of them.
    add grade text not null default '',
    add programme text not null default '',
    -- Between which a rounded figure lies.
    add low numeric,
    add high numeric;
alter table observation
    alter level drop default,
    alter school_form drop default,
    alter sex drop default,
    alter grade drop default,
    alter programme drop default;
update observation
set low = case when raw like '~%' then least(60, value) else greatest(value - 5, 0) end,
    high = case when raw like '~%' then value else value + 5 end
where status = 'rounded';
alter table observation
    add check ((low is null) = (high is null) and low <= value and value <= high and (low is null or status = 'rounded'));
drop index observation_current;
drop index observation_measure;
create unique index observation_current on observation (area, measure, period, level, school_form, sex, grade, programme)
    where superseded_by is null;
create index observation_measure on observation (measure, period, area);

-- The day as of which units belong to organisers; null for no period.
create function reference_day(period text) returns date language sql immutable parallel safe as $$
    select case when period <> '' then make_date(left(period, 4)::int, 10, 15) end
$$;

-- Who had which unit from when to when, as a calculation took it. Before, it took the organiser of its day for all periods.
create table calculated_membership (
    calculation bigint not null references calculation,
    unit text not null,
    organiser text not null,
    valid daterange not null
);
insert into calculated_membership (calculation, unit, organiser, valid)
select calculation, unit, organiser, daterange(null, null)
from calculated_unit;
create index calculated_membership_unit on calculated_membership (calculation, unit);

alter table value
    add low numeric,
    add high numeric,
    add reason text
        check (reason in ('parts', 'register', 'coverage', 'no-weight', 'one-unit', 'few')),
    add rounded_share numeric,
    add estimate numeric;
alter table value drop constraint value_status_check;
alter table value add constraint value_status_check check (
    status in ('normal', 'estimated', 'rounded', 'withheld', 'incomplete', 'missing', 'not-applicable')
);
alter table value drop constraint value_pkey;
alter table value add primary key (calculation, indicator, level, area, period, sex, school_form);

-- The ids of a release's values keep their form for ever: those of before do not name the school form.
alter table release add forms_in_ids boolean not null default false;
alter table release alter forms_in_ids drop default;
