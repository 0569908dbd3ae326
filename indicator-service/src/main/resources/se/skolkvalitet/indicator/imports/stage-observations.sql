create temporary table staged_observation (
    line bigint not null,
    unit text not null,
    measure text not null,
    period text not null,
    value numeric,
    status text not null,
    raw text
) on commit drop
