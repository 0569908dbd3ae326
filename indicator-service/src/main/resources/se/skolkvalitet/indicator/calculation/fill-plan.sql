with scopes as (
    insert into planned_scope select * from jsonb_populate_recordset(null::planned_scope, :scopes)
), series as (
    insert into planned_series select * from jsonb_populate_recordset(null::planned_series, :series)
), weighings as (
    insert into planned_weighing select * from jsonb_populate_recordset(null::planned_weighing, :weighings)
), parts as (
    insert into planned_part select * from jsonb_populate_recordset(null::planned_part, :parts)
), combinations as (
    insert into planned_combination select * from jsonb_populate_recordset(null::planned_combination, :combinations)
), spreads as (
    insert into planned_spread select * from jsonb_populate_recordset(null::planned_spread, :spreads)
)
insert into planned_value (step, indicator, school_form, sex, decimals, comparable)
select step, indicator, school_form, sex, decimals, comparable
from jsonb_populate_recordset(null::planned_value, :values)
