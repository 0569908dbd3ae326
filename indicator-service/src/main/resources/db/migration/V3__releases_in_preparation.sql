-- A release whose documents are being written is there without a time of publication, and nobody sees it. One that is
-- given up goes with what was written for it.
alter table release alter column published_at drop not null;
alter table analysis drop constraint analysis_release_fkey;
alter table analysis add foreign key (release) references release on delete cascade;
