-- What an edition says becomes rows: its parts are edited, referred to and searched one by one.

alter table edition
    add column title_sv text,
    add column title_en text,
    add column note_sv text,
    add column note_en text,
    add column changed_at timestamptz;

update edition set
    title_sv = framework #>> '{title,sv}',
    title_en = framework #>> '{title,en}',
    note_sv = framework #>> '{note,sv}',
    note_en = framework #>> '{note,en}',
    changed_at = coalesce(published_at, now());

alter table edition
    alter column title_sv set not null,
    alter column title_en set not null,
    alter column changed_at set not null,
    add check ((note_sv is null) = (note_en is null));

-- A draft may hold a code twice and refer to what is not there yet, until it is published; so the key of a part is an
-- id of its own, and references are codes. The position is the order in which the edition lists its parts.

create table measure (
    id uuid primary key,
    edition int not null references edition,
    position int not null,
    code text not null,
    name_sv text not null,
    name_en text not null,
    unit text not null,
    kind text not null,
    source text not null,
    source_key text not null,
    school_forms text[] not null,
    period_kind text not null,
    unique (edition, position) deferrable initially deferred
);
create index measure_code on measure (code, edition);

create table goal (
    id uuid primary key,
    edition int not null references edition,
    position int not null,
    code text not null,
    name_sv text not null,
    name_en text not null,
    school_form text not null,
    description_sv text not null,
    description_en text not null,
    unique (edition, position) deferrable initially deferred
);
create index goal_code on goal (code, edition);

create table sub_goal (
    id uuid primary key,
    edition int not null references edition,
    position int not null,
    code text not null,
    name_sv text not null,
    name_en text not null,
    goal text not null,
    area text not null,
    description_sv text not null,
    description_en text not null,
    unique (edition, position) deferrable initially deferred
);
create index sub_goal_code on sub_goal (code, edition);

create table indicator (
    id uuid primary key,
    edition int not null references edition,
    position int not null,
    code text not null,
    name_sv text not null,
    name_en text not null,
    description_sv text not null,
    description_en text not null,
    sub_goals text[] not null,
    school_forms text[] not null,
    unit text not null,
    decimals int not null,
    direction text not null,
    period_kind text not null,
    formula text not null,
    unique (edition, position) deferrable initially deferred
);
create index indicator_code on indicator (code, edition);

create table success_factor (
    id uuid primary key,
    edition int not null references edition,
    position int not null,
    code text not null,
    name_sv text not null,
    name_en text not null,
    description_sv text not null,
    description_en text not null,
    sub_goals text[] not null,
    unique (edition, position) deferrable initially deferred
);
create index success_factor_code on success_factor (code, edition);

create table success_factor_question (
    success_factor uuid not null references success_factor,
    position int not null,
    sv text not null,
    en text not null,
    primary key (success_factor, position)
);

-- The texts of a list in JSON, in their order.
create function pg_temp.texts(list json) returns text[] language sql immutable as $$
    select coalesce(array_agg(text order by place), '{}')
    from json_array_elements_text(list) with ordinality as element (text, place)
$$;

insert into measure
select uuidv7(), number, place - 1, part ->> 'code', part #>> '{name,sv}', part #>> '{name,en}', part ->> 'unit',
    part ->> 'kind', part ->> 'source', part ->> 'sourceKey', pg_temp.texts(part -> 'schoolForms'), part ->> 'periodKind'
from edition, json_array_elements(framework -> 'measures') with ordinality as element (part, place);

insert into goal
select uuidv7(), number, place - 1, part ->> 'code', part #>> '{name,sv}', part #>> '{name,en}', part ->> 'schoolForm',
    part #>> '{description,sv}', part #>> '{description,en}'
from edition, json_array_elements(framework -> 'goals') with ordinality as element (part, place);

insert into sub_goal
select uuidv7(), number, place - 1, part ->> 'code', part #>> '{name,sv}', part #>> '{name,en}', part ->> 'goal',
    part ->> 'area', part #>> '{description,sv}', part #>> '{description,en}'
from edition, json_array_elements(framework -> 'subGoals') with ordinality as element (part, place);

insert into indicator
select uuidv7(), number, place - 1, part ->> 'code', part #>> '{name,sv}', part #>> '{name,en}',
    part #>> '{description,sv}', part #>> '{description,en}', pg_temp.texts(part -> 'subGoals'),
    pg_temp.texts(part -> 'schoolForms'), part ->> 'unit', cast(part ->> 'decimals' as int), part ->> 'direction',
    part ->> 'periodKind', part ->> 'formula'
from edition, json_array_elements(framework -> 'indicators') with ordinality as element (part, place);

insert into success_factor
select uuidv7(), number, place - 1, part ->> 'code', part #>> '{name,sv}', part #>> '{name,en}',
    part #>> '{description,sv}', part #>> '{description,en}', pg_temp.texts(part -> 'subGoals')
from edition, json_array_elements(framework -> 'successFactors') with ordinality as element (part, place);

-- Positions are the order in the document, and so tell the factor that a question belongs to.
insert into success_factor_question
select success_factor.id, question.place - 1, question.text ->> 'sv', question.text ->> 'en'
from edition
cross join json_array_elements(framework -> 'successFactors') with ordinality as element (part, place)
cross join json_array_elements(part -> 'questions') with ordinality as question (text, place)
join success_factor on success_factor.edition = edition.number and success_factor.position = element.place - 1;

drop function pg_temp.texts(json);
alter table edition drop column framework;
