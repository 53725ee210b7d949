create table login_token (
    id varchar(255) not null primary key,
    user_id varchar(255) not null,
    expires_at bigint not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create index login_token_by_end on login_token (expires_at);
