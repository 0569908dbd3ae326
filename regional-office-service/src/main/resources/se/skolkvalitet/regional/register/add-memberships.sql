insert into membership (unit, organiser, valid, begin_told_on, end_told_on)
select unit, organiser, valid, begin_told_on, end_told_on
from move
where not isempty(valid)
