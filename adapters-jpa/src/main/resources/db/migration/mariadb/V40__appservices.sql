create table service_progress (
    id varchar(255) not null primary key,
    stream_position bigint not null,
    transaction_number bigint not null,
    unacknowledged longblob not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table network_room (
    network varchar(255) not null,
    room varchar(255) not null,
    primary key (network, room)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create index network_room_by_room on network_room (room);
