-- Girls and boys may lose their values where all together do not.
alter table release_finding add sex text not null default 'T';
