-- A proof is cut as it is read.
select content as compressed, null as plain
from release_file_part
where release = :release and name = :name and part = :part
union all
select null, substring(files from :part * 1048576 + 1 for 1048576)
from release_file
join protected_table on number = protected_table
where release = :release and release_file.name = :name and :part * 1048576 < length(files)
