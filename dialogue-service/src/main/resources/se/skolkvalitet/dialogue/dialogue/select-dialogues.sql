select *
from dialogue
where (cast(:round as text) is null or round = :round)
    and (cast(:office as text) is null or office = :office)
    and (cast(:organiser as text) is null or organiser = :organiser)
    and (cast(:state as text) is null or state = :state)
    and (cast(:after as uuid) is null or id > :after)
order by id
limit :limit
