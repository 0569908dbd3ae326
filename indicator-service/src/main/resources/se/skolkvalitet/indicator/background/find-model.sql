select units, reason
from expected_model
where calculation = :calculation and indicator = :indicator and period = :period and school_form = :schoolForm
