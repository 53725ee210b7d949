create table registration_token (
    id varchar(255) not null primary key,
    uses_allowed integer,
    completed integer not null,
    expires_at bigint
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table registration_token_use (
    id varchar(255) not null primary key,
    token varchar(255) not null,
    expires_at bigint not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create index registration_token_use_by_token on registration_token_use (token);
