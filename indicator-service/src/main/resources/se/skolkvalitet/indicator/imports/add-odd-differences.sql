-- Where a difference that the source tells is not that of the two figures which it tells, too. A rounded figure may be any between
-- its bounds.
insert into odd (subject, sex, rule, what)
with figure as not materialized (
    select subject, measure, sex, value, coalesce(low, value) as low, coalesce(high, value) as high
    from staged_observation
    where status = 'normal' or status = 'rounded' and low is not null
), difference as materialized (
    select told.measure, "of", less, subject, sex,
        hash_record_extended((area, "of", period, level, school_form, grade, programme), 0) as subject_of,
        hash_record_extended((area, less, period, level, school_form, grade, programme), 0) as subject_less
    from jsonb_to_recordset(:differences) as told (measure text, "of" text, less text)
    join staged_observation using (measure)
)
select figure.subject, figure.sex, 'difference',
    format('%s is not %s of %s less %s of %s', figure.value, whole.value, "of", part.value, less)
from difference
join figure using (subject, sex)
join figure as whole on whole.subject = subject_of and whole.measure = "of" and whole.sex = difference.sex
join figure as part on part.subject = subject_less and part.measure = less and part.sex = difference.sex
-- Each of them may be half of the last decimal that is shown from what it was.
cross join lateral (
    select sum(power(10::numeric, -scale(value))) / 2 as shown
    from (values (figure.value), (whole.value), (part.value)) as three (value)
) as rounding
where figure.low > whole.high - part.low + shown or figure.high < whole.low - part.high - shown
