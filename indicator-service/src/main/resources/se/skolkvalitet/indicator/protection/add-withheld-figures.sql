insert into withheld_figure_of_pupils
select "table", step, area, period, "isFew"
from jsonb_to_recordset(:withheld) as withheld ("table" bigint, step int, area int, period text, "isFew" boolean)
