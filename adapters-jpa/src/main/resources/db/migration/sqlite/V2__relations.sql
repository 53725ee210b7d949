-- Which accepted events relate to others; an event that is redacted leaves. The room is here again as thread_room where the
-- relation is that of a thread, so that the threads of a room are found by an index of their own.

create table relation (
    child text not null primary key,
    room text not null,
    thread_room text,
    parent text not null,
    relation_type text not null,
    sender text not null,
    child_type text not null,
    origin_server_ts integer not null,
    depth integer not null,
    stream_position integer not null
);
create index relation_by_parent on relation (parent, depth, stream_position);
create index relation_by_thread on relation (thread_room, parent, depth, stream_position);
