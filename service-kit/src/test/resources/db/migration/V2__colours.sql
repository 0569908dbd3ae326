alter table thing add column colour text, add column shades text[] not null default '{}';
