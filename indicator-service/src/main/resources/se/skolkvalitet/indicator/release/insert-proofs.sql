insert into release_file (release, name, media_type, bytes, sha256, protected_table)
select :release, proof, 'application/zip', length(files), encode(sha256(files), 'hex'), number
from numbered_protection
where calculation = :calculation and proof is not null
on conflict do nothing
