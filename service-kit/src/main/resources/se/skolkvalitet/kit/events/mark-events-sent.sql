-- Numbers them once, in their order, whatever way the planner takes to their rows: a loop that came back to the numbers for
-- each row would draw new ones. Whether an event still waits is asked in a way that tells the planner nothing: it takes the
-- nulls of position for few, and would read all that wait to find those of one batch.
with sent as materialized (
    select seq, nextval('outbox_position') as position
    from (select unnest(cast(:seqs as bigint[])) as seq order by 1) as in_order
)
update outbox
set position = sent.position
from sent
where outbox.seq = sent.seq and num_nulls(outbox.position, outbox.set_aside_at) = 2
