create table thread_subscription (
    id text not null primary key,
    user_id text not null,
    room text not null,
    root text not null,
    subscription text not null,
    stream_position integer not null
);
create index thread_subscription_by_user on thread_subscription (user_id, stream_position);
