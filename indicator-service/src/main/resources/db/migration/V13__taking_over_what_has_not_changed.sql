-- What a calculation has to know of an earlier one to take over the values that nothing has changed for. Calculations of before
-- have no definitions, and nothing is taken over from them.

-- Of which measures and periods an import brought figures, or took some back.
create table imported_period (
    import bigint not null references statistics_import,
    measure text not null,
    period text not null,
    primary key (import, measure, period)
);

-- All that says how an indicator's values of a school form are calculated.
create table calculated_definition (
    calculation bigint not null references calculation,
    indicator text not null,
    school_form text not null,
    definition text not null,
    primary key (calculation, indicator, school_form)
);

-- The school forms and grades of units, as a calculation took them; no grades where nobody had told them.
create table calculated_schooling (
    calculation bigint not null references calculation,
    unit text not null,
    school_form text not null,
    grades int[]
);
create index calculated_schooling_calculation on calculated_schooling (calculation);

-- Of which counties the register had all units.
create table calculated_county (
    calculation bigint not null references calculation,
    county text not null,
    whole boolean not null,
    primary key (calculation, county)
);

-- Of a value that is one sum by another and rests on rounded figures: the least and the most that the first may be.
alter table value
    add low_dividend numeric,
    add high_dividend numeric,
    add check ((low_dividend is null) = (high_dividend is null) and (low_dividend is null or divisor is not null));

-- The school forms of units with their grades; without where nobody has told them.
create view schooling as
select code as unit, form as school_form, grades
from school_unit
cross join unnest(school_forms) as form
left join unit_grades on unit_grades.unit = code and unit_grades.school_form = form;
