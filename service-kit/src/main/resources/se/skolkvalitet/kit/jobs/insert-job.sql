insert into job (id, kind, state, parameters, input_sha256, created_at, traceparent)
values (:id, :kind, 'queued', cast(:parameters as json), :inputSha256, :now, :traceparent)
