with arrival as (update upload set last_part_at = :now where id = :upload)
insert into upload_part (upload, part, bytes) values (:upload, :part, :bytes)
