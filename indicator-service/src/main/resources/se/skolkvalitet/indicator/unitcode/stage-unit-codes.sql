create temporary table staged_unit_code (
    line bigint not null,
    code text not null,
    unit text not null
) on commit drop
