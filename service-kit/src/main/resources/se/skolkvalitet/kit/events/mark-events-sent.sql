update outbox
set position = sent.position
from (
    select seq, nextval('outbox_position') as position
    from (select unnest(cast(:seqs as bigint[])) as seq order by 1) as in_order
) as sent
where outbox.seq = sent.seq and outbox.position is null and outbox.set_aside_at is null
