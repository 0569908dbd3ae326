create temporary table staged_observation (
    line bigint not null,
    level text not null,
    area text not null,
    measure text not null,
    period text not null,
    school_form text not null,
    sex text not null,
    grade text not null,
    programme text not null,
    value numeric,
    low numeric,
    high numeric,
    status text not null,
    raw text
) on commit drop
