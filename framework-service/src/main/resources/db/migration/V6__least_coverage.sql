-- How much of the weight must have a figure for an estimate to be told; null for the usual coverage.
alter table edition
    add column least_coverage_wide numeric check (least_coverage_wide between 0 and 1),
    add column least_coverage_narrow numeric check (least_coverage_narrow between 0 and 1),
    add check ((least_coverage_wide is null) = (least_coverage_narrow is null));
