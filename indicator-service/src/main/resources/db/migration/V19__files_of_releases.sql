-- What integrators fetch of a release as a whole. A file is kept as it was published, in parts of about a megabyte, each
-- compressed by itself: one after the other they are the compressed file. Proofs are kept with their tables.
create table release_file (
    release text not null references release on delete cascade,
    name text not null,
    media_type text not null,
    -- Not compressed, as the checksum.
    bytes bigint not null,
    -- Null of what has none.
    lines bigint,
    sha256 text not null,
    protected_table bigint references protected_table,
    primary key (release, name)
);
create table release_file_part (
    release text not null references release on delete cascade,
    name text not null,
    part int not null,
    content bytea not null,
    primary key (release, name, part)
);
alter table release_file_part alter content set storage external;
alter table protected_table alter files set storage external;

-- What a release was made of and what it consists of.
create table release_manifest (
    release text primary key references release,
    document json not null
);

-- With which commit a calculation was made; null of those before.
alter table calculation add code_version text;

-- The protected tables of calculations, in an order that does not depend on when they were made.
create view numbered_protection as
select calculation, row_number() over by_name as place,
    case when not tells_weights then format('proof-%s.zip', lpad((row_number() over by_name)::text, 3, '0')) end as proof,
    protected_table.*
from calculated_protection
join protected_table on number = protected_table
window by_name as (partition by calculation order by name collate "C", period collate "C", family);
