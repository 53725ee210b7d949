create table threepid (
    id varchar(255) not null primary key,
    user_id varchar(255) not null,
    address varchar(255) not null,
    validated_at bigint not null,
    added_at bigint not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create index threepid_by_user on threepid (user_id, address);

create table validation (
    id varchar(255) not null primary key,
    purpose varchar(255) not null,
    address varchar(255) not null,
    token varchar(255) not null,
    send_attempt bigint not null,
    next_link mediumtext,
    validated_at bigint,
    expires_at bigint not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create index validation_by_end on validation (expires_at);
