with told as materialized (
    select organiser, peers, reason
    from jsonb_to_recordset(:groups) as one (organiser text, peers jsonb, reason text)
), groups as (
    insert into peer_group (calculation, school_form, organiser, period, reason)
    select :calculation, :schoolForm, organiser, :period, reason
    from told
)
insert into peer (calculation, school_form, organiser, position, peer, distance)
select :calculation, :schoolForm, organiser, position, one ->> 'code', cast(one ->> 'distance' as numeric)
from told
cross join lateral jsonb_array_elements(peers) with ordinality as element (one, position)
