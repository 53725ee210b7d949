create table login_token (
    id text collate "C" not null primary key,
    user_id text collate "C" not null,
    expires_at bigint not null
);
create index login_token_by_end on login_token (expires_at);
