select org_number, name, office, release, link, school_units, school_forms
from organiser
join analysis on analysis.organiser = org_number
where office is not null
    and status = 'active'
    and (cardinality(:organisers) = 0 or org_number = any(:organisers))
order by org_number
