create table pusher (
    id text not null primary key,
    user_id text not null,
    device_id text not null,
    app text not null,
    pushkey text not null,
    target text not null,
    set_at integer not null,
    body blob not null
);
create index pusher_by_user on pusher (user_id, device_id);
create index pusher_by_target on pusher (target);

create table waiting_push (
    id text not null primary key,
    pusher text not null,
    stream_position integer not null,
    event_id text not null,
    tweaks blob not null
);
create index waiting_push_by_pusher on waiting_push (pusher, stream_position);
