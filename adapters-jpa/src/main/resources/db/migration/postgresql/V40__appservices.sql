create table service_progress (
    id text collate "C" not null primary key,
    stream_position bigint not null,
    transaction_number bigint not null,
    unacknowledged bytea not null
);
