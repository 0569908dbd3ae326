-- Beside what is wrong with the lines of a file: what is odd in them, and stops nothing.
alter table line_fault add column severity text not null default 'fault' check (severity in ('fault', 'warning'));
alter table line_fault alter column severity drop default;
alter table line_fault drop constraint line_fault_pkey;
alter table line_fault add primary key (job, severity, line, position);
