-- What is odd, and where it stands in the file.
select line, measure as field, rule,
    format('%s of %s %s for %s: %s.', measure, case level when 'school-unit' then 'unit' else level end, area, period, what)
        as message
from odd
join staged_observation using (subject, sex)
order by line, field, rule
