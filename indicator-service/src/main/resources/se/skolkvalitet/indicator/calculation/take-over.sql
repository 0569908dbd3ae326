-- What nothing has changed for is as it was; periods taken together where that is so of all periods.
insert into value_${number} (
    calculation, indicator, level, area, period, sex, school_form, value, low, high, interval_low, interval_high, dividend, divisor,
    low_dividend, high_dividend, status, reason, coverage, rounded_share, estimate, units, units_with_value, is_own,
    place, place_from, place_to, among, percentile
)
select :calculation, indicator, level, area, period, sex, school_form, value, low, high, interval_low, interval_high, dividend, divisor,
    low_dividend, high_dividend, status, reason, coverage, rounded_share, estimate, units, units_with_value, is_own,
    place, place_from, place_to, among, percentile
from value
join planned_value using (indicator, sex, school_form)
where calculation = :base
    and case
        when period like '%..%' then (indicator, school_form) not in (
            select indicator, school_form from touched join planned_value using (wanted)
        )
        else not exists (
            select from touched
            where touched.wanted = planned_value.wanted and (touched.period is null or touched.period = value.period)
        )
    end
