-- Under which licence the figures of an import may be used, whether its file held all figures of the measures, periods and
-- levels in it, and what a faulty line did. No import of before said that its file was complete.
alter table statistics_import
    -- Null where nobody has told it.
    add licence text,
    add complete boolean not null default false,
    add mode text check (mode in ('atomic', 'lenient'));
update statistics_import
set licence = 'CC0-1.0'
where source in ('skolverket-planned-educations-gr', 'kolada', 'kolada-ou', 'siris');
update statistics_import
set mode = job.parameters ->> 'mode'
from job
where job.id = statistics_import.job;
