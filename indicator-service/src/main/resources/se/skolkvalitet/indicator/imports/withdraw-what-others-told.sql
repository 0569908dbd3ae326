-- What another source told, under an earlier edition, of the measures and levels that the file has figures of: the edition takes
-- them from this one now. What a complete file withdraws is withdrawn already.
insert into changed_observation (line, level, area, measure, period, school_form, sex, grade, programme, status, known)
select 0, level, area, measure, period, school_form, sex, grade, programme, 'withdrawn', true
from observation as known
join (select distinct measure, level from told) as told using (measure, level)
join statistics_import on number = known.import
left join staged_observation as staged using (area, measure, period, level, school_form, sex, grade, programme)
left join changed_observation as changed using (area, measure, period, level, school_form, sex, grade, programme)
where known.superseded_by is null and known.status in ('normal', 'rounded', 'withheld')
    and staged.line is null and changed.line is null
    and statistics_import.source <> :source
    -- Nearly always no measure is, and nothing has to be looked for.
    and measure in (
        select measure
        from imported_period
        join statistics_import as other on number = import
        where other.source <> :source
    )
