select value.*, calculated_area.name as area_name,
    case when release.forms_in_ids then value.school_form end as form_in_id
from value
join calculated_area using (calculation, level, area)
join release using (calculation)
where calculation = :calculation and indicator = :indicator and level = :level and area = :area and period = :period
    and sex = :sex and (cast(:schoolForm as text) is null or school_form = :schoolForm)
