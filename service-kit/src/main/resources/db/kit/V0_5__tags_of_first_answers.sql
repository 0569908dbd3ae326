-- A repeat is answered with the tag of the first answer, too; what was answered before has none here.
alter table idempotency_key add column etag text;
