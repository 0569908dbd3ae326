-- Of which figures the source told one of the area itself, in as many periods as are meant.
select measure, "schoolForm" as school_form, sex, grade, programme
from jsonb_to_recordset(:taken) as taken (measure text, "schoolForm" text, sex text, grade text, programme text)
where :periods = (
    select count(*)
    from observation
    join calculation on calculation.number = :calculation
    where observation.measure = taken.measure and observation.school_form = taken."schoolForm"
        and observation.sex = taken.sex and observation.grade = taken.grade and observation.programme = taken.programme
        and observation.level = :level and observation.area = :area
        and observation.period between split_part(:period, '..', 1) and split_part(:period, '..', -1)
        and observation.status in ('normal', 'rounded', 'withheld')
        and observation.import <= calculation.last_import
        and (observation.superseded_by is null or observation.superseded_by > calculation.last_import)
)
