select kind, place, place_from, place_to, among, percentile
from value
join calculated_area using (calculation, level, area)
where calculation = :calculation and indicator = :indicator and level = :level and area = :area and period = :period
    and sex = :sex and school_form = :schoolForm and place is not null
