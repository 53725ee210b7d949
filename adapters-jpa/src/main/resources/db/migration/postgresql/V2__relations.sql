-- Which accepted events relate to others; an event that is redacted leaves. The room is here again as thread_room where the
-- relation is that of a thread, so that the threads of a room are found by an index of their own.

create table relation (
    child text collate "C" not null primary key,
    room text collate "C" not null,
    thread_room text collate "C",
    parent text collate "C" not null,
    relation_type text collate "C" not null,
    sender text collate "C" not null,
    child_type text collate "C" not null,
    origin_server_ts bigint not null,
    depth bigint not null,
    stream_position bigint not null
);
create index relation_by_parent on relation (parent, depth, stream_position);
create index relation_by_thread on relation (thread_room, parent, depth, stream_position);
