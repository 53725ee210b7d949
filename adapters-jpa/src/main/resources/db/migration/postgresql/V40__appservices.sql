create table service_progress (
    id text collate "C" not null primary key,
    stream_position bigint not null,
    transaction_number bigint not null,
    unacknowledged bytea not null
);

create table network_room (
    network text collate "C" not null,
    room text collate "C" not null,
    primary key (network, room)
);
create index network_room_by_room on network_room (room);
