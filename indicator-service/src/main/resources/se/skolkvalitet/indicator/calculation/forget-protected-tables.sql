-- Those that no calculation has any more.
with unused as (
    select number
    from protected_table
    where number not in (select protected_table from calculated_protection)
), figures as (
    delete from withheld_figure where protected_table in (select number from unused)
)
delete from protected_table where number in (select number from unused)
