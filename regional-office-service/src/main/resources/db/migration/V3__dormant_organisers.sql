-- An organiser that has lost its last school unit stays known, with the seat that it had, but is told apart. Those that
-- lost theirs before this are found, and announced, by the next import.
alter table organiser add column status text not null default 'active' check (status in ('active', 'dormant'));
alter table organiser alter column status drop default;
