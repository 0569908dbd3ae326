-- Rounds get a version, the number of their dialogues (so that the version covers it) and their planning job.

alter table round
    add column version bigint not null default 1,
    add column dialogues bigint not null default 0,
    add column planning uuid;

update round set
    version = case state when 'planned' then 2 else 1 end,
    dialogues = (select count(*) from dialogue where dialogue.round = round.code);

create index round_first_day on round (first_day, code);

-- A meeting's time becomes its beginning and its end. What the constraints look at follows from them.

alter table meeting
    add column starts_at timestamptz,
    add column ends_at timestamptz;

update meeting set starts_at = lower(during), ends_at = upper(during);

-- The exclusion constraints go with the column.
alter table meeting
    drop column during;

alter table meeting
    alter column starts_at set not null,
    alter column ends_at set not null,
    add check (ends_at > starts_at),
    add column during tstzrange not null generated always as (tstzrange(starts_at, ends_at)) stored;

-- Nobody is twice at once, whatever was planned or booked at the same time.
alter table meeting
    add constraint meeting_adviser_is_in_one_at_a_time exclude using gist (adviser with =, during with &&),
    add constraint meeting_spsm_adviser_is_in_one_at_a_time exclude using gist (spsm_adviser with =, during with &&),
    add constraint meeting_dialogue_has_one_at_a_time exclude using gist (dialogue with =, during with &&);
