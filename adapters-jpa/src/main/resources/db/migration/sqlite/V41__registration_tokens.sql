create table registration_token (
    id text not null primary key,
    uses_allowed integer,
    completed integer not null,
    expires_at integer
);

create table registration_token_use (
    id text not null primary key,
    token text not null,
    expires_at integer not null
);
create index registration_token_use_by_token on registration_token_use (token);
