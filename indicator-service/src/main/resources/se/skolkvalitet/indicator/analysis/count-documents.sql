select
    (select count(*) from analysis where release = :release) as done,
    (select count(*) from calculated_area where calculation = :calculation and level = 'organiser') as total
