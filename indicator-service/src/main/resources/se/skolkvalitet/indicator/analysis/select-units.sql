select unit.unit as code, school_unit.name, school_unit.school_forms
from calculated_unit as unit
join school_unit on school_unit.code = unit.unit
where unit.calculation = :calculation and unit.organiser = :organiser
order by unit.unit
