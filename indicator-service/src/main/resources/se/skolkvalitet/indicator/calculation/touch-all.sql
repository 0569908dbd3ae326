insert into touched
select wanted, null from planned_value
