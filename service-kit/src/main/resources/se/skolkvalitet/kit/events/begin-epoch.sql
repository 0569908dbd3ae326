-- Later than every epoch that this database remembers, also where its clock has been set back.
insert into outbox_epoch
values (greatest(date_trunc('milliseconds', clock_timestamp()), current_epoch() + interval '1 millisecond'))
returning epoch
