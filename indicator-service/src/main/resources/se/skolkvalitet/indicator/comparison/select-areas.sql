-- Areas that all units of an area lie in, as they were on the day of the period, or on each day of several. A unit that no
-- organiser had on one of them lies in none.
with day as (
    select reference_day(year::text) as day
    from generate_series(
        left(split_part(:period, '..', 1), 4)::int, left(split_part(:period, '..', -1), 4)::int
    ) as year
), own as (
    select unit.unit, day, membership.organiser, unit.municipality, unit.county
    from day
    join calculated_membership as membership on membership.valid @> day
    join calculated_unit as unit using (calculation, unit)
    where calculation = :calculation
        and :area = case :level
            when 'school-unit' then unit.unit
            when 'organiser' then membership.organiser
            when 'municipality' then unit.municipality
            when 'county' then unit.county
        end
), lasting as (
    select * from own where (select count(distinct day) from own) = (select count(*) from day)
), around (nearness, level, area) as (
    select 1, 'organiser', min(organiser) from lasting where :level = 'school-unit' having count(distinct organiser) = 1
    union all
    select 2, 'municipality', min(municipality)
    from lasting
    where :level in ('school-unit', 'organiser')
    having count(distinct municipality) = 1
    union all
    select 3, 'county', min(county)
    from lasting
    where :level in ('school-unit', 'organiser', 'municipality')
    having count(distinct county) = 1
    union all
    select 4, 'nation', '00'
    where :level in ('organiser', 'municipality', 'county') or :level = 'school-unit' and exists (select from lasting)
)
select around.level, around.area, calculated_area.name, value, low, high, dividend, divisor, low_dividend, high_dividend,
    coalesce(status = 'rounded' or rounded_share > 0, false) as is_rounded, is_own, units,
    case when release.forms_in_ids then value.school_form end as form_in_id
from around
join value on value.level = around.level and value.area = around.area
join calculated_area
    on calculated_area.calculation = value.calculation
    and calculated_area.level = around.level
    and calculated_area.area = around.area
join release on release.calculation = value.calculation
where value.calculation = :calculation and indicator = :indicator and period = :period and sex = :sex
    and school_form = :schoolForm and value is not null
order by nearness
