-- A share whose part is told to be more than its whole has no value.
alter table value drop constraint value_reason_check;
alter table value add constraint value_reason_check
    check (reason in ('parts', 'register', 'coverage', 'no-weight', 'one-unit', 'few', 'contradiction'));
