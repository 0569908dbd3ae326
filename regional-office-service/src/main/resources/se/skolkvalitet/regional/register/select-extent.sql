select county.code, county.name, whole_county.whole_on, coalesce(whole_county.version, 0) as version
from county left join whole_county on whole_county.county = county.code
order by county.code
