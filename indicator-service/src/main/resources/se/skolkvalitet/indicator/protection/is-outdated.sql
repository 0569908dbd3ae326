-- Whether something has been published since a calculation was made that tells other figures of pupils than it does.
select exists (
    select from release
    join calculated_protection as published using (calculation)
    where release.published_at is not null and release.calculation <> :calculation
        and release.sequence > (select known_release from calculation where number = :calculation)
        and published.protected_table not in (
            select protected_table from calculated_protection where calculation = :calculation
        )
)
