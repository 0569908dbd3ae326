select line, 'code' as field, 'duplicate' as rule,
    format('The unit %s is already on line %s.', code, first_line) as message
from (select line, code, min(line) over (partition by code) as first_line from staged_unit) as unit
where line > first_line
union all
select line, 'geographicalAreaCode', 'unknown', format('There is no municipality %s.', municipality)
from staged_unit
where municipality not in (select code from municipality)
union all
select line, 'principalOrganizerType', 'contradiction',
    format('The organiser %s is of another kind on line %s.', organiser, first_line)
from (
    select line, organiser, organiser_kind,
        first_value(organiser_kind) over (partition by organiser order by line) as first_kind,
        min(line) over (partition by organiser) as first_line
    from staged_unit
) as unit
where organiser_kind <> first_kind
order by line
