insert into line_fault (job, severity, line, field, rule, message)
select job.id, :severity, fault.line, fault.field, fault.rule, fault.message
from job, unnest(:lines, :fields, :rules, :messages) as fault (line, field, rule, message)
where job.id = :id and job.claim = :claim and job.state = 'running'
