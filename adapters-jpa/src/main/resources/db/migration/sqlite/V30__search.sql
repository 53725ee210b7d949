-- Up to where those have come who follow the stream.
create table follower_cursor (
    id text not null primary key,
    stream_position integer not null
);

-- Which events have which terms. Rooms and terms are the first 64 bits of their hashes, so that a row is small whatever was said,
-- and what was said cannot be read here. The position of an event tells which it is.
create table search_posting (
    room integer not null,
    term integer not null,
    stream_position integer not null,
    search_key integer not null,
    primary key (room, term, stream_position)
) without rowid;
create index search_posting_by_position on search_posting (stream_position);
