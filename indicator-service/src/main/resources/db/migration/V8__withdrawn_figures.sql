-- A source may take back what it has published: a complete file does not hold the figure any more.
alter table observation drop constraint observation_status_check;
alter table observation add constraint observation_status_check
    check (status in ('normal', 'rounded', 'withheld', 'missing', 'not-applicable', 'withdrawn'));
alter table value drop constraint value_status_check;
alter table value add constraint value_status_check check (
    status in ('normal', 'estimated', 'rounded', 'withheld', 'incomplete', 'withdrawn', 'missing', 'not-applicable')
);
