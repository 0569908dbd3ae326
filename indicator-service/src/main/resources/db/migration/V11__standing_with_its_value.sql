-- How a value stands is kept with it. Null where it does not stand among others.
alter table value
    add place int,
    add among int,
    add percentile int check (percentile between 0 and 100),
    add check (place between 1 and among),
    add check ((place is null) = (among is null) and (place is null) = (percentile is null));
update value
set place = standing.place, among = standing.among, percentile = standing.percentile
from standing
where standing.calculation = value.calculation
    and standing.indicator = value.indicator
    and standing.level = value.level
    and standing.area = value.area
    and standing.period = value.period
    and standing.sex = value.sex
    and standing.school_form = value.school_form;
drop table standing;
