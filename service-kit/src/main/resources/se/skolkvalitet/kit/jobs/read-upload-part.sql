select bytes
from upload_part
join upload on upload.id = upload_part.upload
where upload.job = :job and upload_part.part = :part
