create table thread_subscription (
    id text collate "C" not null primary key,
    user_id text collate "C" not null,
    room text collate "C" not null,
    root text collate "C" not null,
    subscription text collate "C" not null,
    stream_position bigint not null
);
create index thread_subscription_by_user on thread_subscription (user_id, stream_position);
