-- Once all but few figures of a file are known, its checksum tells which of the few files it can be. That of a file of which nobody
-- else has the figures is told together with a number that nobody else knows; not of imports whose checksum has been told already.
alter table statistics_import add column seal uuid;
alter table statistics_import alter column seal set default gen_random_uuid();
alter table statistics_import add column told_sha256 text generated always as (
    case
        when seal is null or licence not like 'LicenseRef-%' then sha256
        else encode(sha256(uuid_send(seal) || decode(sha256, 'escape')), 'hex')
    end
) stored;
