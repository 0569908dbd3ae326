-- Between which places a value stands where it or others rest on rounded figures; null where nobody knows, and of calculations
-- of before.
alter table value
    add place_from int,
    add place_to int,
    add check ((place_from is null) = (place_to is null)),
    add check (place_from is null or place is not null and place_from between 1 and place_to and place_to <= among);
