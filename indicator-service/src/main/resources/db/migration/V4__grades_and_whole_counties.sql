-- The grades that a unit has in a school form, as the register tells. Of a form without any nobody has told them, as of all
-- units that the register does not announce again: its own migration knows no grades either.
create table unit_grade (
    unit text not null references school_unit,
    school_form text not null,
    grade int not null,
    primary key (unit, school_form, grade)
);

-- The newest day on which the register had all units of a county; null where it never had. Empty until it tells.
create table county (
    code text primary key,
    name text not null,
    whole_on date
);
