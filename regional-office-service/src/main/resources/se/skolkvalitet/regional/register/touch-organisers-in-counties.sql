update organiser
set version = version + 1
where municipality in (select code from municipality where county = any(:counties))
returning org_number
