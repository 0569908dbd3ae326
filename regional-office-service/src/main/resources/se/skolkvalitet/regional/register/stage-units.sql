create temporary table staged_unit (
    line bigint not null,
    code text not null,
    name text not null,
    organiser text not null,
    organiser_name text not null,
    organiser_kind text not null,
    municipality text not null,
    school_forms text[] not null,
    orientation text,
    street text,
    zip_code text,
    city text,
    latitude numeric,
    longitude numeric
) on commit drop
