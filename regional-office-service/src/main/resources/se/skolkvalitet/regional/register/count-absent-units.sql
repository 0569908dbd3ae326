select
    (select count(*) from absent_unit) as units,
    (
        select count(*)
        from school_unit as unit
        join municipality on municipality.code = unit.municipality
        where unit.status = 'active' and ('00' = any(:counties) or municipality.county = any(:counties))
    ) as active
