delete from upload
using job
where job.id = upload.job and job.state = 'failed' and job.finished_at < :before
