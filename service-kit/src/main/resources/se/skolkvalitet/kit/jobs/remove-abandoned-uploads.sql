delete from upload where job is null and last_part_at < :noPartSince
