create table thread_subscription (
    id varchar(255) not null primary key,
    user_id varchar(255) not null,
    room varchar(255) not null,
    root varchar(255) not null,
    subscription varchar(255) not null,
    stream_position bigint not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create index thread_subscription_by_user on thread_subscription (user_id, stream_position);
