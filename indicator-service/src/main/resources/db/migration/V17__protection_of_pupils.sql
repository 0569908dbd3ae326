-- Some values are withheld because they would tell what is withheld of others.
alter table value drop constraint value_reason_check;
alter table value add constraint value_reason_check
    check (reason in ('parts', 'register', 'coverage', 'no-weight', 'one-unit', 'few', 'others', 'contradiction'));

-- Imports of figures that are not known to be published by their source: nobody has said under which licence they may be used, or
-- it is one that nobody else knows.
create view closed_import as
select number as import
from statistics_import
where licence is null or licence like 'LicenseRef-%';

-- What is withheld of a family of figures in a period, and the proof. A calculation that takes the values of another over shares
-- what was withheld for them.
create table protected_table (
    number bigint generated always as identity primary key,
    -- The same in each calculation in which the family is made of the same.
    family text not null,
    name text not null,
    period text not null,
    cells int not null,
    primary_cells int not null,
    secondary_cells int not null,
    -- Primary ones that what is published elsewhere tells.
    told_cells int not null,
    cost bigint not null,
    cost_at_least bigint not null check (cost_at_least <= cost),
    -- Of each level how many figures there are, and how many of them are withheld for which reason.
    levels json not null,
    -- What its figures are of, by which it is found again where they are protected with others.
    sums text[] not null,
    -- Whether its files would tell weights that their source does not publish: nobody is given them then.
    tells_weights boolean not null,
    -- A ZIP of published.csv, equations.csv and certificate.json.
    files bytea not null,
    -- All values, the withheld ones, too, in the order of the cells: a line for each, compressed. Nobody is told them; what is
    -- published later must not tell them either.
    secret_values bytea not null
);
create index protected_table_period on protected_table (period);
-- Up to which release a calculation knows what has been published, so that it tells nothing together with that.
alter table calculation add known_release bigint not null default 0;
alter table calculation drop constraint calculation_fingerprint_key;
alter table calculation add unique (fingerprint, known_release);

create table calculated_protection (
    calculation bigint not null references calculation,
    protected_table bigint not null references protected_table,
    primary key (calculation, protected_table)
);
create index calculated_protection_table on calculated_protection (protected_table);

-- Figures of units and areas that are not told.
create table withheld_figure (
    protected_table bigint not null references protected_table,
    measure text not null,
    school_form text not null,
    sex text not null,
    grade text not null,
    programme text not null,
    level text not null,
    area text not null,
    primary key (measure, area, level, school_form, sex, grade, programme, protected_table)
);
create index withheld_figure_table on withheld_figure (protected_table);
