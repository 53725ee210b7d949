-- Which accepted events are or were sticky, and until when, in milliseconds since the epoch; an event that is redacted leaves.
create table sticky_event (
    event_id varchar(255) not null primary key,
    room varchar(255) not null,
    sticky_until bigint not null,
    stream_position bigint not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create index sticky_event_by_room on sticky_event (room, sticky_until, stream_position);
alter table delayed_event add column sticky_duration bigint;
