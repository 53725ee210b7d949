create table report (
    id text collate "C" not null primary key,
    received_at bigint not null,
    reporter text collate "C" not null,
    room text collate "C",
    event_id text collate "C",
    user_id text collate "C",
    reason text collate "C" not null
);
create index report_by_time on report (received_at, id);
