insert into release (id, sequence, calculation, edition, code_version, published_at, value_count)
select
    concat(cast(:year as int), '.', (select count(*) + 1 from release where id like concat(cast(:year as int), '.%'))),
    (select coalesce(max(sequence), 0) + 1 from release),
    calculation.number, edition, :codeVersion, :now,
    (select count(*) from value where value.calculation = calculation.number)
from calculation
where calculation.number = :calculation
