-- The peers of an organiser, each with its value or none.
select value.value, dividend, divisor
from peer
left join value
    on value.calculation = peer.calculation and indicator = :indicator and level = 'organiser' and area = peer.peer
    and period = :period and sex = :sex and value.school_form = peer.school_form and value.value is not null
where peer.calculation = :calculation and peer.school_form = :schoolForm and organiser = :area and :level = 'organiser'
