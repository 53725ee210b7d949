create table service_progress (
    id text not null primary key,
    stream_position integer not null,
    transaction_number integer not null,
    unacknowledged blob not null
);
