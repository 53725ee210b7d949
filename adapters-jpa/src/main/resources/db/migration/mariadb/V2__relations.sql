-- Which accepted events relate to others; an event that is redacted leaves. The room is here again as thread_room where the
-- relation is that of a thread, so that the threads of a room are found by an index of their own.

create table relation (
    child varchar(255) not null primary key,
    room varchar(255) not null,
    thread_room varchar(255),
    parent varchar(255) not null,
    relation_type mediumtext not null,
    sender varchar(255) not null,
    child_type mediumtext not null,
    origin_server_ts bigint not null,
    depth bigint not null,
    stream_position bigint not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create index relation_by_parent on relation (parent, depth, stream_position);
create index relation_by_thread on relation (thread_room, parent, depth, stream_position);
