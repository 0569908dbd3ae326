-- Which history of this database an event belongs to: begun anew when the database has gone back to an earlier point,
-- so that consumers can tell the new versions from those of the history that was lost. A point in time, because a
-- number would go back with the database.
create table outbox_epoch (
    epoch timestamptz primary key
);
insert into outbox_epoch values (date_trunc('milliseconds', clock_timestamp()));
create function current_epoch() returns timestamptz language sql stable
return (select max(epoch) from outbox_epoch);

alter table outbox
    add column epoch timestamptz not null default current_epoch(),
    add column traceparent text,
    -- What cannot be sent is set aside with its reason, so that the others go on.
    add column set_aside_at timestamptz,
    add column reason text;
drop index outbox_unsent;
create index outbox_waiting on outbox (seq) where position is null and set_aside_at is null;
create index outbox_set_aside on outbox (seq) where set_aside_at is not null;
create index outbox_aggregate on outbox (topic, subject, seq);

alter table inbox
    -- Events from before there were epochs.
    add column epoch timestamptz not null default 'epoch',
    add column event_time timestamptz;

-- Keys and header values are bytes, not text: a text with U+0000 could not be kept. Headers are pairs of name and value
-- in base 64, in their order.
alter table dead_letter
    alter column key type bytea using convert_to(key, 'UTF8'),
    alter column headers type text;
update dead_letter set headers = (
    select coalesce(json_agg(json_build_array(name, translate(encode(convert_to(value, 'UTF8'), 'base64'), E'\n', ''))), '[]')
    from json_each_text(headers::json) as header(name, value)
);
alter table dead_letter alter column headers type json using headers::json;
