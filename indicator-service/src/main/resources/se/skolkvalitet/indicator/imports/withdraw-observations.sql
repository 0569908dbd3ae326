-- What a complete file does not hold any more of the measures, periods and levels that it has figures of. No line of the file
-- says it.
insert into changed_observation (line, level, area, measure, period, school_form, sex, grade, programme, status, known)
select 0, level, area, measure, period, school_form, sex, grade, programme, 'withdrawn', true
from observation as known
join (select distinct measure, period, level from told) as told using (measure, period, level)
left join staged_observation as staged using (area, measure, period, level, school_form, sex, grade, programme)
where known.superseded_by is null and known.status in ('normal', 'rounded', 'withheld') and staged.line is null
