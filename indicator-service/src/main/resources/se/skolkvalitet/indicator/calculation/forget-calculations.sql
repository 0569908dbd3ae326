-- All that belongs to calculations but their values. Foreign keys are looked at when the statement ends.
with numbers as (
    select unnest(:numbers) as number
), protections as (
    delete from calculated_protection where calculation in (select number from numbers)
), peers as (
    delete from peer where calculation in (select number from numbers)
), groups as (
    delete from peer_group where calculation in (select number from numbers)
), expected as (
    delete from expected_value where calculation in (select number from numbers)
), coefficients as (
    delete from expected_coefficient where calculation in (select number from numbers)
), models as (
    delete from expected_model where calculation in (select number from numbers)
), definitions as (
    delete from calculated_definition where calculation in (select number from numbers)
), schoolings as (
    delete from calculated_schooling where calculation in (select number from numbers)
), counties as (
    delete from calculated_county where calculation in (select number from numbers)
), memberships as (
    delete from calculated_membership where calculation in (select number from numbers)
), units as (
    delete from calculated_unit where calculation in (select number from numbers)
)
delete from calculated_area where calculation in (select number from numbers)
