-- What is to be published of a calculation, before it is rounded, but for what the source tells of units.
select wanted, area, result.period, value, low, high, dividend, divisor,
    low * divisor as low_dividend, high * divisor as high_dividend,
    combination.kind is not distinct from 'share' as is_share,
    status, reason, coverage, rounded_share, estimate, units, units_with_value, is_own
from planned_value
join touched using (wanted)
join result using (step)
left join planned_part using (step)
left join planned_combination as combination using (step)
where (level <> 'school-unit' or planned_part.step is null) and (touched.period is null or touched.period = result.period)
