-- The observations that went into a value, as they were when the release was calculated.
with series as materialized (
    select measure, "schoolForm" as school_form, sex, grade, programme, latest
    from jsonb_to_recordset(:series) as series (
        measure text, "schoolForm" text, sex text, grade text, programme text, latest boolean
    )
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
), known as (
    select observation.*, latest
    from observation
    join series using (measure, school_form, sex, grade, programme)
    join place on place.level = observation.level and place.area = observation.area
        and (latest or place.period = observation.period)
    join calculation on calculation.number = :calculation
    where observation.import <= calculation.last_import
        and (observation.superseded_by is null or observation.superseded_by > calculation.last_import)
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
select distinct taken.area as unit, taken.level, taken.measure, nullif(taken.period, '') as period, taken.school_form,
    taken.sex, taken.grade, taken.programme, taken.value, taken.low, taken.high, taken.status, taken.raw,
    taken.import as import_number, taken.line, statistics_import.source, statistics_import.sha256,
    statistics_import.licence, statistics_import.imported_at
from taken
join statistics_import on statistics_import.number = taken.import
where (taken.measure, taken.area, taken.period, taken.school_form, taken.sex, taken.grade, taken.programme)
    > (:afterMeasure, :afterArea, :afterPeriod, :afterSchoolForm, :afterSex, :afterGrade, :afterProgramme)
order by taken.measure, taken.area, period, taken.school_form, taken.sex, taken.grade, taken.programme
limit :limit
