-- Up to where those have come who follow the stream.
create table follower_cursor (
    id varchar(255) not null primary key,
    stream_position bigint not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

-- Which events have which terms. Rooms and terms are the first 64 bits of their hashes, so that a row is small whatever was said,
-- and what was said cannot be read here. The position of an event tells which it is.
create table search_posting (
    room bigint not null,
    term bigint not null,
    stream_position bigint not null,
    search_key smallint not null,
    primary key (room, term, stream_position)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create index search_posting_by_position on search_posting (stream_position);
