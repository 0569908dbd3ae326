-- What releases have told of the same figures.
select distinct number, files, secret_values
from release
join calculated_protection using (calculation)
join protected_table on number = protected_table
where published_at is not null and period = :period and sums && :sums::text[]
order by number
