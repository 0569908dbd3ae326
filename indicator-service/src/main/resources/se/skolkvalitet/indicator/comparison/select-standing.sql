select kind, place, among, percentile
from value
join calculated_area using (calculation, level, area)
where calculation = :calculation and indicator = :indicator and level = :level and area = :area and period = :period
    and sex = :sex and school_form = :schoolForm and place is not null
