select dialogue, kind, lower(during) as start, upper(during) as "end", digital, adviser, spsm_adviser
from meeting
where dialogue = any(:dialogues)
order by dialogue, during
