alter table event add column origin_server_ts integer not null default 0;
update event
set origin_server_ts = coalesce(cast(json_extract(cast(body as text), '$.origin_server_ts') as integer), 0);
create index event_by_time on event (room, origin_server_ts, stream_position);
