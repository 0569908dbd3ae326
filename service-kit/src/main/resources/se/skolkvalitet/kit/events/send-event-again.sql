-- Not where a newer event of its aggregate has been sent or waits: it would come behind it.
update outbox
set set_aside_at = null, reason = null
where id = :id and set_aside_at is not null
    and not exists (
        select 1
        from outbox as newer
        where newer.topic = outbox.topic and newer.subject = outbox.subject and newer.seq > outbox.seq
            and newer.set_aside_at is null
    )
