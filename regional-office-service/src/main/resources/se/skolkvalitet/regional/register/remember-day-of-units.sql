-- Those that the file tells of without telling anything new.
update school_unit set told_on = cast(:asOf as date)
from staged_unit
where staged_unit.code = school_unit.code
    and not staged_unit.outdated
    and school_unit.told_on is distinct from cast(:asOf as date)
