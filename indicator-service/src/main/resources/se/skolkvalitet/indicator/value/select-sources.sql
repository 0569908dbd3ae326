-- The observations that went into a value, as they were when the release was calculated.
with told as (
    select *
    from jsonb_to_recordset(:series) as series ("of" jsonb, weighed jsonb, grades jsonb, latest boolean)
), series as materialized (
    select row_number() over () as number, measure, "schoolForm" as school_form, sex, grade, programme, latest,
        weighed, weighed ->> 'schoolForm' as weighed_form,
        (select array_agg(one::int) from jsonb_array_elements_text(nullif(grades, 'null')) as one) as weighed_grades
    from told
    cross join jsonb_to_record("of") as "of" (measure text, "schoolForm" text, sex text, grade text, programme text)
), asked as materialized (
    select period
    from value
    where calculation = :calculation and indicator = :indicator and level = :level and area = :area and sex = :sex
        and school_form = :schoolForm and period not like '%..%'
        and period between split_part(:period, '..', 1) and split_part(:period, '..', -1)
), place as materialized (
    select 'school-unit' as level, unit as area, period
    from calculated_unit cross join asked
    where calculation = :calculation and :level = 'school-unit' and unit = :area
    union all
    select 'school-unit', unit.unit, period
    from asked
    join calculated_membership as membership on membership.valid @> reference_day(period)
    join calculated_unit as unit using (calculation, unit)
    where calculation = :calculation and :level <> 'school-unit'
        and :area = case :level
            when 'organiser' then membership.organiser
            when 'municipality' then unit.municipality
            when 'county' then unit.county
            else '00'
        end
    union all
    select :level, :area, period
    from asked
    where :level <> 'school-unit'
), current as (
    select observation.*
    from observation
    join calculation on calculation.number = :calculation
    where observation.import <= calculation.last_import
        and (observation.superseded_by is null or observation.superseded_by > calculation.last_import)
), schooling as (
    select unit, school_form, grades from calculated_schooling where calculation = :calculation
), weighing as (
    -- Weights are those of the units to which what they weigh applies; calculations of before do not know the units' forms.
    select number, place.area, place.period
    from series
    cross join place
    left join current as figure
        on figure.measure = weighed ->> 'measure' and figure.school_form = weighed_form and figure.sex = weighed ->> 'sex'
        and figure.grade = weighed ->> 'grade' and figure.programme = weighed ->> 'programme'
        and figure.level = place.level and figure.area = place.area and figure.period = place.period
    left join schooling on schooling.unit = place.area and schooling.school_form = weighed_form
    where place.level = 'school-unit' and case
        when figure.status = 'not-applicable' then false
        -- Of who has a programme only the source tells.
        when weighed ->> 'programme' <> '' then figure.status is not null
        when figure.value is not null or figure.status = 'withheld' then true
        when schooling.unit is null then not exists (select from schooling)
        else weighed_grades is null or schooling.grades is null or schooling.grades && weighed_grades
    end
), known as (
    select current.*, latest, weighing.number is not null as is_weight
    from current
    join series using (measure, school_form, sex, grade, programme)
    join place on place.level = current.level and place.area = current.area
        and (latest or place.period = current.period)
    left join weighing
        on weighing.number = series.number and weighing.area = place.area and weighing.period = place.period
    where weighed is null or weighed = 'null' or weighing.number is not null
), taken as (
    select * from known where not latest
    union
    (
        select distinct on (measure, area, school_form, sex, grade, programme) *
        from known
        where latest and value > 0 and level = 'school-unit'
        order by measure, area, school_form, sex, grade, programme, period desc
    )
)
select distinct on (taken.measure, taken.area, period, taken.school_form, taken.sex, taken.grade, taken.programme)
    taken.area as unit, taken.level, taken.measure, nullif(taken.period, '') as period, taken.school_form,
    taken.sex, taken.grade, taken.programme, taken.value, taken.low, taken.high, taken.status, taken.raw,
    taken.import as import_number, taken.line, statistics_import.source, told_sha256 as sha256,
    statistics_import.licence, statistics_import.imported_at,
    exists (
        select from withheld_figure as withheld
        join calculated_protection using (protected_table)
        join protected_table on number = protected_table
        where calculation = :calculation and protected_table.period = taken.period
            and withheld.measure = taken.measure and withheld.area = taken.area and withheld.level = taken.level
            and withheld.school_form = taken.school_form and withheld.sex = taken.sex and withheld.grade = taken.grade
            and withheld.programme = taken.programme
    )
    -- A weight is told to be that of few where its source publishes it, and else not what tells it: of girls and boys neither.
    or is_weight and taken.import in (select import from closed_import) and exists (
        select from observation as other
        join calculation on calculation.number = :calculation
        where other.import <= last_import and (other.superseded_by is null or other.superseded_by > last_import)
            and (other.measure, other.level, other.area, other.period, other.school_form, other.grade, other.programme)
                = (taken.measure, taken.level, taken.area, taken.period, taken.school_form, taken.grade, taken.programme)
            and case
                when other.sex = taken.sex then taken.value < :leastGroup
                when 'T' not in (other.sex, taken.sex) then other.value > 0 and other.value < :leastGroup
                when other.sex = 'T' then other.value > taken.value and other.value - taken.value < :leastGroup
            end
    ) as is_withheld
from taken
join statistics_import on statistics_import.number = taken.import
where (taken.measure, taken.area, taken.period, taken.school_form, taken.sex, taken.grade, taken.programme)
    > (:afterMeasure, :afterArea, :afterPeriod, :afterSchoolForm, :afterSex, :afterGrade, :afterProgramme)
order by taken.measure, taken.area, period, taken.school_form, taken.sex, taken.grade, taken.programme, is_weight
limit :limit
