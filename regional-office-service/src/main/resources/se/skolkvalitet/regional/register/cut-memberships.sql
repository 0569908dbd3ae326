delete from membership using move
where membership.unit = move.unit and (move.cut is null or lower(membership.valid) >= move.cut)
