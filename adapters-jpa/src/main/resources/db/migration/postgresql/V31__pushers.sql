create table pusher (
    id text collate "C" not null primary key,
    user_id text collate "C" not null,
    device_id text collate "C" not null,
    app text collate "C" not null,
    pushkey text collate "C" not null,
    target text collate "C" not null,
    set_at bigint not null,
    body bytea not null
);
create index pusher_by_user on pusher (user_id, device_id);
create index pusher_by_target on pusher (target);

create table waiting_push (
    id text collate "C" not null primary key,
    pusher text collate "C" not null,
    stream_position bigint not null,
    event_id text collate "C" not null,
    tweaks bytea not null
);
create index waiting_push_by_pusher on waiting_push (pusher, stream_position);
