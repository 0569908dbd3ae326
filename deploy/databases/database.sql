-- A database named :name with a role of the same name, who can log in and owns it. Nobody else can connect to it.
\getenv password ROLE_PASSWORD
select format('create role %I', :'name')
where not exists (select from pg_roles where rolname = :'name') \gexec
alter role :"name" with login password :'password';
select format('create database %I owner %I', :'name', :'name')
where not exists (select from pg_database where datname = :'name') \gexec
revoke all on database :"name" from public;
revoke connect on database postgres, template1 from public;
