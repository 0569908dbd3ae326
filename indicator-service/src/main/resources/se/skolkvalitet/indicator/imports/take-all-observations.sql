create temporary view changed_observation as
select *, false as known from staged_observation
