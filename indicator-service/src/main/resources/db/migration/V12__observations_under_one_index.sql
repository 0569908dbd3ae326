-- One index finds current figures and superseded ones, by measure and period first, as everything asks for them. It is unique
-- for both: of the same figure one is current, and an import supersedes it once.
drop index observation_current;
drop index observation_measure;
create unique index observation_figure
    on observation (measure, period, area, level, school_form, sex, grade, programme, superseded_by) nulls not distinct;

-- The numbers of imports in it are written by an import itself, with its own row and in the same transaction, and imports
-- are never deleted. Looking up each of millions once more told nothing, and took a third of the time of writing them.
alter table observation
    drop constraint observation_import_fkey,
    drop constraint observation_superseded_by_fkey;
