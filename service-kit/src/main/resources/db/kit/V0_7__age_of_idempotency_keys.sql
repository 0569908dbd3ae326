-- Keys are forgotten by their age.
create index idempotency_key_created on idempotency_key (created_at);
