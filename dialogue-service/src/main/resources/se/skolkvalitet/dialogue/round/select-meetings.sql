select meeting.dialogue, meeting.kind, lower(during) as start, upper(during) as "end", meeting.adviser,
    meeting.spsm_adviser, dialogue.organiser, dialogue.office, adviser.office as adviser_office,
    spsm.office as spsm_office
from meeting
join dialogue on dialogue.id = meeting.dialogue
join adviser on adviser.id = meeting.adviser
join adviser as spsm on spsm.id = meeting.spsm_adviser
where dialogue.round = :round
