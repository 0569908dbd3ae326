-- Uploads of their own, and claims that fence off a worker that lost its lock.

-- Grows each time that a job is taken; never goes back, as attempts do when a stopping service gives a job back.
alter table job add column claim int not null default 0;

-- A file in parts that are committed as they come. It belongs to nobody until a job is bound to it.
create table upload (
    id uuid primary key,
    job uuid unique references job on delete cascade,
    last_part_at timestamptz not null
);
create index upload_unbound on upload (last_part_at) where job is null;

-- Jobs under way keep their files: these go on under the id of their job, and their bytes stay where they are.
delete from job where kind = 'upload';
insert into upload (id, job, last_part_at)
select id, id, created_at from job where exists (select from job_input where job_input.job = job.id);

alter table job_input rename to upload_part;
alter table upload_part rename column job to upload;
alter table upload_part rename constraint job_input_pkey to upload_part_pkey;
alter table upload_part drop constraint job_input_job_fkey;
alter table upload_part add foreign key (upload) references upload on delete cascade;
