select value.*, calculated_area.name as area_name,
    case when release.forms_in_ids then value.school_form end as form_in_id
from value
join calculated_area using (calculation, level, area)
join release using (calculation)
where calculation = :calculation
    and (cardinality(:indicators) = 0 or indicator = any(:indicators))
    and (cardinality(:areas) = 0 or area = any(:areas))
    and (cardinality(:levels) = 0 or level = any(:levels))
    and (cardinality(:periods) = 0 or period = any(:periods))
    and (cardinality(:schoolForms) = 0 or school_form = any(:schoolForms))
    and (cardinality(:sexes) = 0 or sex = any(:sexes))
    and (indicator, level, area, period, sex, school_form)
        > (:afterIndicator, :afterLevel, :afterArea, :afterPeriod, :afterSex, :afterSchoolForm)
order by indicator, level, area, period, sex, school_form
limit :limit
