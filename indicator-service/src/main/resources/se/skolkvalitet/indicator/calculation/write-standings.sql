-- Among as many as five; by what is published, so that what looks the same stands the same. Half of those that stand the same
-- count as below.
insert into standing (calculation, indicator, level, area, period, sex, school_form, place, among, percentile)
select :calculation, indicator, level, area, period, sex, school_form, place, among,
    round(100 * (among - place - (same - 1) / 2.0) / (among - 1))
from (
    select *, rank() over (fellows order by value desc) as place, count(*) over fellows as among,
        count(*) over (fellows order by value groups between current row and current row) as same
    from (
        select indicator, level, area, period, sex, school_form, value, kind
        from value_${number} as value
        join calculated_area using (calculation, level, area)
        join (select distinct indicator from planned_value where comparable) as comparable using (indicator)
        where value is not null and period <> '' and (level in ('municipality', 'county') or level = 'organiser' and kind is not null)
    ) as values
    window fellows as (partition by indicator, level, period, sex, school_form, kind)
) as ranked
where among >= 5
