select step, level, area, code, value, weight, is_own, is_open, of_units, without, weight_without
from figure_of_pupils
where family = :family and period = :period
order by step, level collate "C", code collate "C"
