-- Of how many cells of few it is shown that no equation tells them, and nothing more.
alter table protected_table add equation_cells int not null default 0;
update protected_table set equation_cells = greatest(0, primary_cells - told_cells) where width = 0;
create or replace view numbered_protection as
select calculation, row_number() over by_name as place,
    case when not tells_weights then format('proof-%s.zip', lpad((row_number() over by_name)::text, 3, '0')) end as proof,
    protected_table.*
from calculated_protection
join protected_table on number = protected_table
window by_name as (partition by calculation order by name collate "C", period collate "C", family);
