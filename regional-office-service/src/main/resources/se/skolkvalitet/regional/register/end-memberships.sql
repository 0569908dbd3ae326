-- The membership before ends where the next one begins, earlier or later than it did.
update membership set
    valid = daterange(lower(membership.valid), move.shortened_until),
    end_told_on = cast(:asOf as date)
from move
where membership.unit = move.unit and membership.valid = move.shortened
