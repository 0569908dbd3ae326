-- As the calculation knew them; one made before 0.2 kept no school forms.
with own as (
    select unit.calculation, unit as code, name, school_forms
    from calculated_unit as unit
    join school_unit on code = unit
    where calculation = :calculation and unit.organiser = :organiser
), kept as (
    select code, array_agg(school_form order by array_position(own.school_forms, school_form), school_form) as school_forms
    from calculated_schooling
    join own on own.calculation = calculated_schooling.calculation and code = unit
    where calculated_schooling.calculation = :calculation
    group by code
)
select code, coalesce(known.name, own.name) as name, coalesce(kept.school_forms, own.school_forms) as school_forms
from own
left join kept using (code)
left join calculated_area as known
    on known.calculation = own.calculation and known.level = 'school-unit' and known.area = code
order by code
