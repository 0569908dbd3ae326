-- An organiser without school units is dormant, and nobody to hold a dialogue with.
alter table organiser add column status text not null default 'active';
