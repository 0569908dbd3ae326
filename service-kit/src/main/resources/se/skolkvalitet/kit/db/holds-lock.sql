select exists (
    select from pg_locks, hashtextextended(?, 0) as wanted (key)
    where locktype = 'advisory'
      and granted
      and pid = pg_backend_pid()
      and database = (select oid from pg_database where datname = current_database())
      -- How PostgreSQL shows a key of 64 bits: its upper half, its lower half, and 1.
      and classid::bigint = wanted.key >> 32 & 4294967295
      and objid::bigint = wanted.key & 4294967295
      and objsubid = 1
)
