insert into observation (
    level, area, measure, period, school_form, sex, grade, programme, value, low, high, status, raw, import, line
)
select level, area, measure, period, school_form, sex, grade, programme, value, low, high, status, raw, :import, line
from changed_observation
