-- The grades that a unit has in each school form, as the register tells. Of a form that is not there nobody has told them,
-- as of all forms that were told before: the register's own migration knows no grades either.
create table unit_grades (
    unit text not null references school_unit,
    school_form text not null,
    grades int[] not null check (cardinality(grades) > 0 and array_position(grades, null) is null),
    primary key (unit, school_form)
);

-- The newest day on which the register had all units of a county; null where it never had. Empty until it tells.
create table county (
    code text primary key,
    name text not null,
    whole_on date
);
