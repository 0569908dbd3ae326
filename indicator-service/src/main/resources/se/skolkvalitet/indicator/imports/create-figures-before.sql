-- The figures of the period before each that is told of, as they are known now, with the file; a table of its own, so that it is
-- known how many they are when all are looked up.
create temporary table figure_before on commit drop as
select hash_record_extended((area, follows.measure, follows.period, level, school_form, grade, programme), 0) as subject, sex,
    observation.period as period, value, coalesce(low, value) as low, coalesce(high, value) as high
from (
    select measure, period, period_before(period) as period_before
    from (select distinct measure, period from told) as told
) as follows
join observation on observation.measure = follows.measure and observation.period = period_before
where superseded_by is null and (status = 'normal' or status = 'rounded' and low is not null)
