update staged_unit set outdated = true
from school_unit
where school_unit.code = staged_unit.code and school_unit.told_on > cast(:asOf as date)
