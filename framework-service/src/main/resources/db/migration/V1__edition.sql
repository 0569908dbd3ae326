create table edition (
    number int primary key,
    state text not null check (state in ('draft', 'published')),
    version bigint not null,
    valid_from date not null,
    published_at timestamptz,
    framework json not null,
    check ((state = 'published') = (published_at is not null))
);
