select value.*, calculated_area.name as area_name, value.school_form as form_in_id
from value
join calculated_area using (calculation, level, area)
where calculation = :calculation
order by indicator collate "C", level collate "C", area collate "C", period collate "C", sex collate "C", school_form collate "C"
