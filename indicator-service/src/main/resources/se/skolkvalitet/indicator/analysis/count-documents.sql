select
    (select count(*) from analysis where release = :release) as done,
    (select count(distinct organiser) from calculated_unit where calculation = :calculation) as total
