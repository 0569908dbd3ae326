-- Whatever is withheld of a family and a period depends on all of its figures; where its sources publish all, nothing is.
create temporary table protected_period on commit drop as
select distinct family, input.period, exists (
    select from planned_sum as weighed
    join planned_part as part using (step)
    join planned_weighing using (weighing)
    join input as weight on weight.series = planned_weighing.series
    where weighed.family = planned_sum.family and weight.closed
) as has_closed_weights
from planned_sum
join planned_part using (step)
join input using (series)
where closed and exists (
    select from touched
    join planned_family using (wanted)
    where planned_family.family = planned_sum.family and (touched.period is null or touched.period = input.period)
);
-- Which units have no figure of what an area's own is about: what they have together is what it has more than the others.
create temporary table without_figure on commit drop as
select step, period, area, array_agg(unit order by unit) as units, sum(weight) as weight
from (
    select distinct own.step, own.period, own.area, place.unit, weight.weight
    from (
        select step, kind, weighing, series, scope, area, period
        from protected_period
        join planned_sum using (family)
        join planned_part using (step)
        join input using (series, period)
        where level <> 'school-unit' and value is not null and kind in ('total', 'reported', 'mean')
    ) as own
    join planned_scope using (scope)
    join cell_area using (area)
    join place using (cell, period)
    left join in_scope using (scope, unit)
    left join input as figure
        on figure.series = own.series and figure.level = 'school-unit' and figure.area = place.unit and figure.period = own.period
    left join planned_weighing using (weighing)
    left join weight
        on weight.weighing = own.weighing and weight.unit = place.unit
        and weight.period = case when latest then '' else own.period end
    where figure.value is null
        and (kind <> 'mean' or weight.weight is not null)
        and case
            when in_scope.unit is not null then figure.status is distinct from 'not-applicable'
            else figure.status = 'withheld' or by_source and figure.status in ('missing', 'withdrawn')
        end
) as units
group by step, period, area;
-- Of a mean, the figures times their weights: that is what adds up. What an area's source tells of the area itself stands beside what its
-- units have together.
create temporary table figure_of_pupils on commit drop as
select family, input.period, part.step, input.level, area, code,
    case when part.kind = 'mean' then weight.weight * value else value end as value,
    case when part.kind in ('mean', 'harmonic') then weight.weight end as weight, true as is_own, not closed as is_open,
    null::numeric as of_units, '{}'::int[] as without, null::numeric as weight_without
from protected_period
join planned_sum using (family)
join planned_part as part using (step)
join input using (series, period)
join known_area on number = area
left join planned_weighing using (weighing)
left join weight
    on weight.weighing = part.weighing and weight.unit = input.area
    and weight.period = case when latest then '' else input.period end
where input.level = 'school-unit' and value is not null
    and (part.kind in ('total', 'reported') or weight.weight is not null)
union all
select family, result.period, step, result.level, result.area, code,
    case
        when part.kind = 'reported' then result.value
        when part.kind = 'total' then case when is_own then result.value else total end
        when is_own then result.value * (coalesce(added.weight, 0) + coalesce(without_figure.weight, 0))
        else product
    end,
    case when part.kind = 'mean' then coalesce(added.weight, 0) + coalesce(without_figure.weight, 0) end,
    is_own, coalesce(not own.closed, false),
    case when is_own then case part.kind when 'mean' then product else total end end,
    case when is_own then coalesce(without_figure.units, '{}') else '{}' end, without_figure.weight
from protected_period
join planned_sum using (family)
join result using (step, period)
join planned_part as part using (step)
join known_area on number = result.area
left join added using (step, area, period)
left join without_figure using (step, area, period)
left join input as own
    on own.series = part.series and own.level = result.level and own.area = result.area and own.period = result.period
    and own.value is not null
-- By one over each figure nothing adds up.
where result.level <> 'school-unit' and result.value is not null
    and (part.kind in ('total', 'reported') or part.kind = 'mean' and coalesce(product, without_figure.weight) is not null);
create index on figure_of_pupils (family, period);
analyze figure_of_pupils;
create temporary table withheld_figure_of_pupils (
    protected_table bigint, step int, area int, period text, is_few boolean
) on commit drop
