create or replace trigger one_way_to_write before insert or update or delete or truncate on "${table}"
    for each statement execute function refuse_the_other_way('${way}')
