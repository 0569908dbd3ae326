select position, line, field, rule, message
from line_fault
where job = :job and severity = :severity and (line, position) > (:afterLine, :afterPosition)
order by line, position
limit :limit
