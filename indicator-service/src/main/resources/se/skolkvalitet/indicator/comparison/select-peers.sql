-- The peers of an organiser, each with its value or none.
select value.value, low, high, dividend, divisor, low_dividend, high_dividend,
    coalesce(status = 'rounded' or rounded_share > 0, false) as is_rounded, is_own, units
from peer
left join value
    on value.calculation = peer.calculation and indicator = :indicator and level = 'organiser' and area = peer.peer
    and period = :period and sex = :sex and value.school_form = peer.school_form and value.value is not null
where peer.calculation = :calculation and peer.school_form = :schoolForm and organiser = :area and :level = 'organiser'
