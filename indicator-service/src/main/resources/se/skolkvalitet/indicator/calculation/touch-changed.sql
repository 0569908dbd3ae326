-- What has to be calculated anew, because something that it follows from is another than when the calculation :base was made.
insert into touched
with area_before (level, code) as (
    select 'school-unit', unit from calculated_unit where calculation = :base
    union
    select 'organiser', organiser from calculated_membership where calculation = :base
    union
    select 'municipality', municipality from calculated_unit where calculation = :base
    union
    select 'county', county from calculated_unit where calculation = :base
    union
    select 'nation', '00'
), changed_area as (
    (select level, code from known_area except select level, code from area_before)
    union all
    (select level, code from area_before except select level, code from known_area)
), changed_figure as (
    select distinct measure, period
    from imported_period
    where import > (select last_import from calculation where number = :base)
    union
    -- A figure may have been there before the register told of its area.
    select distinct measure, period from observation where (level, area) in (select level, code from changed_area)
), placed (unit, valid, organiser, municipality, county) as (
    select code, valid, membership.organiser, municipality, county
    from membership
    join school_unit on code = unit
), placed_before as (
    select unit, valid, membership.organiser, municipality, county
    from calculated_membership as membership
    join calculated_unit using (calculation, unit)
    where calculation = :base
), known_period as (
    select period, reference_day(period) as day
    from (
        select period from value where calculation = :base and period not like '%..%'
        union
        select period from changed_figure
    ) as periods
), moved as (
    select unit
    from ((select * from placed except select * from placed_before) union all (select * from placed_before except select * from placed))
        as rows
), period_of_moved as (
    select distinct period
    from (
        (
            select unit, period, organiser, municipality, county
            from placed join known_period on valid @> day
            where unit in (select unit from moved)
            except
            select unit, period, organiser, municipality, county
            from placed_before join known_period on valid @> day
        )
        union all
        (
            select unit, period, organiser, municipality, county
            from placed_before join known_period on valid @> day
            where unit in (select unit from moved)
            except
            select unit, period, organiser, municipality, county
            from placed join known_period on valid @> day
        )
    ) as rows
), schooling_before as (
    select unit, school_form, grades from calculated_schooling where calculation = :base
), changed_schooling as (
    (select unit, school_form, grades from schooling except select * from schooling_before)
    union all
    (select * from schooling_before except select unit, school_form, grades from schooling)
), changed_county as (
    (
        select code, whole_on is not null from county
        except
        select county, whole from calculated_county where calculation = :base
    )
    union all
    (
        select county, whole from calculated_county where calculation = :base
        except
        select code, whole_on is not null from county
    )
), changed_kind as (
    select area
    from calculated_area as before
    left join organiser on org_number = area
    where calculation = :base and level = 'organiser' and before.kind is distinct from organiser.kind
), changed (wanted, period) as (
    select wanted, case when not all_periods then period end
    from planned_use
    join planned_series using (series)
    join changed_figure using (measure)
    union
    select wanted, period
    from planned_value
    cross join period_of_moved
    union
    select wanted, period
    from planned_use
    join planned_series using (series)
    join planned_scope using (scope)
    join (
        select distinct changed_schooling.school_form, period
        from changed_schooling
        join (select unit, valid from placed union select unit, valid from placed_before) as places using (unit)
        join known_period on valid @> day
    ) as periods on periods.school_form = planned_scope.school_form
    union
    select wanted, null
    from planned_value
    left join planned_definition as planned using (indicator, school_form)
    left join calculated_definition as before
        on before.calculation = :base and before.indicator = planned.indicator
        and before.school_form = planned.school_form and before.definition = planned.definition
    where before.definition is null or exists (select from changed_county) or exists (select from changed_kind)
)
select wanted, period
from changed
where period is null or wanted not in (select wanted from changed where period is null)
