-- The three newest periods of an indicator taken together, unless the school form became another between them: the sums of what
-- is divided and of what divides it; a table of its own, so that it is known how many they are when they are joined.
create temporary table pooled on commit drop as
with newest as (
    select indicator, school_form, left(max(period), 4)::int as newest_year
    from value_${number}
    where divisor is not null and period <> '' and period not like '%..%'
        and (indicator, school_form) in (select indicator, school_form from touched join planned_value using (wanted))
    group by indicator, school_form
), alike as (
    select indicator, school_form, newest_year
    from newest
    where not exists (
        select from jsonb_to_recordset(:changes) as changed (school_form text, day date)
        where changed.school_form = newest.school_form
            and day > reference_day((newest_year - 2)::text) and day <= reference_day(newest_year::text)
    )
), ranked as (
    select value.*, wanted, known_area.number,
        -- What is absent in one of the periods, so that the first in this order is the least.
        array_position(array['withheld', 'incomplete', 'withdrawn', 'missing', 'not-applicable'], status)
            || period || ' ' || status || ' ' || coalesce(reason, '') as absent
    from value_${number} as value
    join planned_value using (indicator, school_form, sex)
    join alike using (indicator, school_form)
    join known_area on known_area.level = value.level and code = value.area
    where period <> '' and period not like '%..%' and left(period, 4)::int between newest_year - 2 and newest_year
)
select wanted, number as area, min(period) || '..' || max(period) as period,
    sum(dividend) as dividend, sum(divisor) as divisor,
    sum(coalesce(low_dividend, dividend)) as low_dividend, sum(coalesce(high_dividend, dividend)) as high_dividend,
    bool_or(low is not null) as bounded, bool_or(status = 'estimated') as estimated, bool_or(status = 'rounded') as rounded,
    bool_and(status = 'rounded') as all_rounded, bool_or(is_own) as is_own,
    split_part(min(absent), ' ', 2) as absent, nullif(split_part(min(absent), ' ', 3), '') as reason,
    min(coverage) as coverage, min(coverage) filter (where status = 'incomplete') as incomplete_coverage,
    max(rounded_share) as rounded_share, max(units) as units, min(units_with_value) as units_with_value
from ranked
group by wanted, number
having count(*) = 3 and bool_and(value is null or divisor is not null)
    -- What the source tells of an area is not taken together with what follows from its units.
    and (bool_or(value is null) or bool_and(is_own) or not bool_or(is_own))
