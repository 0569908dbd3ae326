-- The observations of the formula's measures in the area, as they were when the release was calculated.
select observation.unit, observation.measure, nullif(observation.period, '') as period, observation.value,
    observation.status, observation.raw, observation.import as import_number, observation.line, statistics_import.source,
    statistics_import.sha256, statistics_import.imported_at
from observation
join calculation on calculation.number = :calculation
join calculated_unit as unit on unit.calculation = calculation.number and unit.unit = observation.unit
join statistics_import on statistics_import.number = observation.import
where observation.measure = any(:measures)
    and (observation.period = :period or observation.measure = any(:latest))
    and observation.import <= calculation.last_import
    and (observation.superseded_by is null or observation.superseded_by > calculation.last_import)
    and :area = case :level
        when 'school-unit' then unit.unit
        when 'organiser' then unit.organiser
        when 'municipality' then unit.municipality
        when 'county' then unit.county
        else '00'
    end
    and (observation.measure, observation.unit, observation.period) > (:afterMeasure, :afterUnit, :afterPeriod)
order by observation.measure, observation.unit, observation.period
limit :limit
