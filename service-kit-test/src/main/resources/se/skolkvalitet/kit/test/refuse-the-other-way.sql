create or replace function refuse_the_other_way() returns trigger language plpgsql as $$
declare
    way text := case when current_query() like '/* by entities */%' then 'entities' else 'SQL' end;
begin
    -- Deeper down it is a foreign key that takes its rows along, as the schema says.
    if way <> tg_argv[0] and current_query() not like '/* by a test */%' and pg_trigger_depth() = 1 then
        raise exception '% is written by %, not by %', tg_table_name, tg_argv[0], current_query();
    end if;
    return null;
end
$$
