insert into withheld_figure_of_pupils
select :table, step, area, :period, "isFew"
from jsonb_to_recordset(:withheld) as withheld (step int, area int, "isFew" boolean)
