delete from touched
where period is not null and wanted in (select wanted from touched where period is null)
