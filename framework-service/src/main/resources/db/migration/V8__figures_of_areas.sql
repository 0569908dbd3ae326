-- Where a measure's figures of areas at some levels are found; null where it has one source alone.
alter table measure
    add column area_levels text[],
    add column area_source text,
    add column area_source_key text,
    add check (num_nulls(area_levels, area_source, area_source_key) in (0, 3));
