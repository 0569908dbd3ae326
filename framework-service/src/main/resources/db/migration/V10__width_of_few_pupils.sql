-- How uncertain a withheld number of pupils has to be; null where an edition has it as usual.
alter table edition
    add column least_width int check (least_width between 0 and 1000),
    add check (least_width is null or least_group is not null);
