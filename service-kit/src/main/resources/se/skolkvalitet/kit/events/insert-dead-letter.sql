insert into dead_letter (id, topic, partition, record_offset, key, headers, value, reason, failed_at)
values (:id, :topic, :partition, :offset, :key, :headers::json, :value, :reason, :now)
on conflict do nothing
