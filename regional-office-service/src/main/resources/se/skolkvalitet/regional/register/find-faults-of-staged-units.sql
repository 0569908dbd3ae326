-- What is wrong with a line beside other lines and what the register knows. A line is sound when its municipality exists
-- and it says of its organiser's kind what is right; sound lines alone decide what is right for others:
-- * The right kind of an organiser is what the lines of most of its units say; with as many units for several kinds, the
--   one that the register knows; for a new organiser, the one that comes first in the file.
-- * The line of a unit is its first sound one. What comes after it is a repeat; what comes before is not counted.
create temporary table staged_fault on commit drop as
with placed as (
    select staged_unit.*, municipality.code is not null as is_placed
    from staged_unit left join municipality on municipality.code = staged_unit.municipality
), right_kind as (
    select distinct on (placed.organiser) placed.organiser, placed.organiser_kind as kind, min(line) as first_line
    from placed left join organiser as registered on registered.org_number = placed.organiser
    group by placed.organiser, placed.organiser_kind, registered.kind
    order by placed.organiser,
        count(distinct placed.code) filter (where is_placed) desc,
        placed.organiser_kind is not distinct from registered.kind desc,
        min(line)
), judged as (
    select placed.*, right_kind.kind, right_kind.first_line as kind_line,
        min(line) filter (where is_placed and organiser_kind = right_kind.kind)
            over (partition by placed.code) as sound_line
    from placed join right_kind using (organiser)
)
select line, 'geographicalAreaCode' as field, 'unknown' as rule,
    format('There is no municipality %s.', municipality) as message
from judged
where not is_placed
union all
select line, 'principalOrganizerType', 'contradiction',
    format('The organiser %s is of another kind on line %s.', organiser, kind_line)
from judged
where organiser_kind <> kind
union all
select line, 'code', 'duplicate', format('The unit %s is already on line %s.', code, sound_line)
from judged
where line > sound_line
