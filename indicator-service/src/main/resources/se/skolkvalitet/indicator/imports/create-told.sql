-- Of what there are figures in the file, and how many.
create temporary table told on commit drop as
select measure, period, level, sex, status, count(*) as figures
from staged_observation
group by measure, period, level, sex, status
