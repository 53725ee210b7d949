create table registration_token (
    id text collate "C" not null primary key,
    uses_allowed integer,
    completed integer not null,
    expires_at bigint
);

create table registration_token_use (
    id text collate "C" not null primary key,
    token text collate "C" not null,
    expires_at bigint not null
);
create index registration_token_use_by_token on registration_token_use (token);
