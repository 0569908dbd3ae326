-- How few pupils a value may be about; null for the usual rules.
alter table edition
    add column least_group int check (least_group between 1 and 1000),
    add column least_count int check (least_count between 1 and 1000),
    add column few_told text check (few_told in ('withheld', 'rounded')),
    add check ((least_group is null) = (least_count is null)),
    add check (few_told is null or least_group is not null);
-- Whom the figures of a measure are about; null for pupils.
alter table measure
    add column protects text check (protects in ('pupils', 'nobody'));
