with told as materialized (
    select indicator, "schoolForm" as school_form, period, units, intercept, r2, reason, coefficients
    from jsonb_to_recordset(:models) as one (
        indicator text, "schoolForm" text, period text, units int, intercept numeric, r2 numeric, reason text,
        coefficients jsonb
    )
), models as (
    insert into expected_model (calculation, indicator, school_form, period, units, intercept, r2, reason)
    select :calculation, indicator, school_form, period, units, intercept, r2, reason
    from told
)
insert into expected_coefficient (calculation, indicator, school_form, period, position, background, coefficient)
select :calculation, indicator, school_form, period, position, one ->> 'indicator',
    cast(one ->> 'coefficient' as numeric)
from told
cross join lateral jsonb_array_elements(coefficients) with ordinality as element (one, position)
