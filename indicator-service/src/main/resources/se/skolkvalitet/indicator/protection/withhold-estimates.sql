-- What the units have together, beside the source's own figure of the area, would tell of them what it does not: where some of their figures are not
-- published, it is not told.
update result
set estimate = null
from protected_period
join planned_sum using (family)
where result.step = planned_sum.step and result.period = protected_period.period and estimate is not null
