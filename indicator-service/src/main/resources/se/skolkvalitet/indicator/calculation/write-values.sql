insert into value_${number} (
    calculation, indicator, level, area, period, sex, school_form, value, status, coverage, units, units_with_value
)
select :calculation, :indicator, level, area, period, 'T', :schoolForm,
    case when ${exact} then value else round(value, :decimals) end,
    status, coverage, units, units_with_value
from (${formula}) as calculated
where level = 'school-unit' or period <> ''
