-- Each document and explanation asks for the units of one organiser and the school forms of one unit; without these, all that a
-- calculation knew were read each time.
create index calculated_schooling_unit on calculated_schooling (calculation, unit);
drop index calculated_schooling_calculation;
create index calculated_unit_organiser on calculated_unit (calculation, organiser);
create index calculated_membership_organiser on calculated_membership (calculation, organiser);
