-- What releases have told of the same figures, each table once.
select (array_agg(release.id order by sequence))[1] as release, files, secret_values
from release
join calculated_protection using (calculation)
join protected_table on number = protected_table
where published_at is not null and period = :period and sums && :sums::text[]
group by number
order by min(sequence), number
