create table report (
    id text not null primary key,
    received_at integer not null,
    reporter text not null,
    room text,
    event_id text,
    user_id text,
    reason text not null
);
create index report_by_time on report (received_at, id);
