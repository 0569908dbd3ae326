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
), uses as (
    insert into planned_use select * from jsonb_populate_recordset(null::planned_use, :uses)
), families as (
    insert into planned_family select * from jsonb_populate_recordset(null::planned_family, :families)
), sums as (
    insert into planned_sum select * from jsonb_populate_recordset(null::planned_sum, :sums)
), definitions as (
    insert into planned_definition select * from jsonb_populate_recordset(null::planned_definition, :definitions)
)
insert into planned_value select * from jsonb_populate_recordset(null::planned_value, :values)
