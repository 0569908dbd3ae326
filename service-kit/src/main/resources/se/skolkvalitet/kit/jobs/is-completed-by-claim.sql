select exists (select from job where id = :id and claim = :claim and state = 'completed')
