delete from staged_unit
where municipality not in (select code from municipality)
    or line in (
        select line
        from (
            select line, organiser_kind,
                row_number() over (partition by code order by line) as occurrence,
                first_value(organiser_kind) over (partition by organiser order by line) as first_kind
            from staged_unit
        ) as unit
        where occurrence > 1 or organiser_kind <> first_kind
    )
