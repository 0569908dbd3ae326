-- In which indicator the source itself tells how far a value is from what it expects by the background; null where it expects
-- nothing.
alter table indicator add column deviation_in text;
