select finding as id, check_kind as "check", indicator, school_form, sex, level, period, since_period, since_release, areas, among,
    largest, coalesce(release_finding.reason, finding_reason.reason) as reason
from release_finding
left join finding_reason using (finding)
where release = :release
    and (:explained::boolean is null
        or :explained = (coalesce(release_finding.reason, finding_reason.reason) is not null))
    and finding > coalesce(:after::uuid, '00000000-0000-0000-0000-000000000000')
order by finding
limit :limit
