select value.indicator, value.level, value.area, calculated_area.name as area_name, value.period, value.school_form,
    value.sex, value.value, value.status, value.coverage, value.units, value.units_with_value
from value
join calculated_area using (calculation, level, area)
where calculation = :calculation
    and (cardinality(:indicators) = 0 or indicator = any(:indicators))
    and (cardinality(:areas) = 0 or area = any(:areas))
    and (cardinality(:levels) = 0 or level = any(:levels))
    and (cardinality(:periods) = 0 or period = any(:periods))
    and (cardinality(:schoolForms) = 0 or school_form = any(:schoolForms))
    and (cardinality(:sexes) = 0 or sex = any(:sexes))
    and (indicator, level, area, period, sex) > (:afterIndicator, :afterLevel, :afterArea, :afterPeriod, :afterSex)
order by indicator, level, area, period, sex
limit :limit
