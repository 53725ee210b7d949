create table login_token (
    id text not null primary key,
    user_id text not null,
    expires_at integer not null
);
create index login_token_by_end on login_token (expires_at);
