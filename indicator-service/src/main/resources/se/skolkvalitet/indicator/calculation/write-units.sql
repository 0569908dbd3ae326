insert into calculated_unit (calculation, unit, organiser, municipality, county)
select :calculation, code, organiser, municipality, county
from school_unit
