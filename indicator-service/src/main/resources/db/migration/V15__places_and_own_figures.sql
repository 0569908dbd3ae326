-- Between which places a value stands where it or others rest on rounded figures; null where nobody knows, and of calculations
-- of before.
alter table value
    add place_from int,
    add place_to int,
    add check ((place_from is null) = (place_to is null)),
    add check (place_from is null or place is not null and place_from between 1 and place_to and place_to <= among);

-- Whether the value of an area rests, wholly or in part, on a figure that the source tells of the area itself. In calculations
-- of before 0.2 no source told any.
alter table value add is_own boolean not null default false;
