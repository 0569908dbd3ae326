insert into withheld_figure (protected_table, measure, school_form, sex, grade, programme, level, area)
select distinct protected_table, measure, school_form, sex, grade, programme, level, code
from withheld_figure_of_pupils
join planned_part using (step)
join planned_series using (series)
join known_area on number = area
