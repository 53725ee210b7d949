-- Which accepted events are or were sticky, and until when, in milliseconds since the epoch; an event that is redacted leaves.
create table sticky_event (
    event_id text not null primary key,
    room text not null,
    sticky_until integer not null,
    stream_position integer not null
);
create index sticky_event_by_room on sticky_event (room, sticky_until, stream_position);
alter table delayed_event add column sticky_duration integer;
