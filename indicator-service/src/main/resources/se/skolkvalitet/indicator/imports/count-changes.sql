select
    (select count(*) from changed_observation where not known) as inserted,
    (select count(*) from changed_observation where known) as changed,
    (select count(*) from staged_observation) - (select count(*) from changed_observation) as unchanged
