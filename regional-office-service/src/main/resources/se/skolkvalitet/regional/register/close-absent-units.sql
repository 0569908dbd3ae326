update school_unit set
    status = 'closed',
    told_on = cast(:asOf as date),
    version = school_unit.version + 1
from absent_unit
where absent_unit.code = school_unit.code
returning school_unit.code, false as inserted, true as closed
