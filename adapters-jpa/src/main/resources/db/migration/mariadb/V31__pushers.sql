create table pusher (
    id varchar(255) not null primary key,
    user_id varchar(255) not null,
    device_id varchar(255) not null,
    app mediumtext not null,
    pushkey mediumtext not null,
    target varchar(255) not null,
    set_at bigint not null,
    body longblob not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create index pusher_by_user on pusher (user_id, device_id);
create index pusher_by_target on pusher (target);

create table waiting_push (
    id varchar(255) not null primary key,
    pusher varchar(255) not null,
    stream_position bigint not null,
    event_id varchar(255) not null,
    tweaks longblob not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create index waiting_push_by_pusher on waiting_push (pusher, stream_position);
