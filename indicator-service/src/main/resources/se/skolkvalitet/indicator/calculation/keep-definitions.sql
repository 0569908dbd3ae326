insert into calculated_definition (calculation, indicator, school_form, definition)
select :calculation, indicator, school_form, definition
from planned_definition
