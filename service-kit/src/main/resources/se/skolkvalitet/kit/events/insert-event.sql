insert into outbox (id, topic, type, subject, version, data, occurred_at, traceparent)
values (:id, :topic, :type, :subject, :version, :data::json, :now, :traceparent)
