create temporary table changed_observation on commit drop as
select staged.*, known.area is not null as known
from staged_observation as staged
left join observation as known
    on known.area = staged.area
    and known.measure = staged.measure
    and known.period = staged.period
    and known.level = staged.level
    and known.school_form = staged.school_form
    and known.sex = staged.sex
    and known.grade = staged.grade
    and known.programme = staged.programme
    and known.superseded_by is null
where known.area is null
    or (known.value, known.low, known.high, known.status, known.raw)
        is distinct from (staged.value, staged.low, staged.high, staged.status, staged.raw)
    -- What is the same and published now was not before.
    or :isOpen and known.import in (select import from closed_import)
-- In an order in which they are written fast.
order by staged.line
