delete from line_fault using job where line_fault.job = job.id and job.id = :id and job.claim = :claim
