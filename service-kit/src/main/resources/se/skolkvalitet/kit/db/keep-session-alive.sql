-- A host that is lost without a word is noticed by the server after 15 s of silence and three probes 5 s apart, or
-- 30 s after something was sent to it that it does not acknowledge. The session and its locks end then.
select set_config('tcp_keepalives_idle', '15', false),
       set_config('tcp_keepalives_interval', '5', false),
       set_config('tcp_keepalives_count', '3', false),
       set_config('tcp_user_timeout', '30000', false)
