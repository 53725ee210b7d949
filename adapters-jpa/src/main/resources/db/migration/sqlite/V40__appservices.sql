create table service_progress (
    id text not null primary key,
    stream_position integer not null,
    transaction_number integer not null,
    unacknowledged blob not null
);

create table network_room (
    network text not null,
    room text not null,
    primary key (network, room)
);
create index network_room_by_room on network_room (room);
