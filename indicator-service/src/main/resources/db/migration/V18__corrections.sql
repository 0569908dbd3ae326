-- Releases have a number that says what they correct: 2026.1.1 corrects 2026.1. The newest is the one of the highest number, which
-- a correction of an older one is not, although it is published last.
alter table release
    add state text not null default 'published' check (state in ('draft', 'published', 'corrected')),
    add year int,
    add serial int,
    add correction int not null default 0,
    add corrects text references release,
    add corrected_by text references release;
update release
set state = case when published_at is null then 'draft' else 'published' end,
    year = split_part(id, '.', 1)::int,
    serial = split_part(id, '.', 2)::int;
alter table release
    alter column year set not null,
    alter column serial set not null,
    alter column state drop default,
    add unique (year, serial, correction),
    add check ((correction = 0) = (corrects is null)),
    add check ((published_at is null) = (state = 'draft')),
    add check ((corrected_by is not null) = (state = 'corrected'));
