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
    raw text,
    -- What the figure is about but for the sex, in a number: millions are grouped and joined by it in a third of the time. That two
    -- of six million are the same by chance happens once in a million files; where it would matter, the columns themselves
    -- are compared.
    subject bigint not null generated always as
        (hash_record_extended((area, measure, period, level, school_form, grade, programme), 0)) stored
) on commit drop
