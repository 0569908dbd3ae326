-- Of which grades a measure has figures, in order; null where it has them of all grades of its school forms.
alter table measure add column grades int[];
