alter table event add column origin_server_ts bigint not null default 0;
update event
set origin_server_ts = coalesce(cast(json_value(convert(body using utf8mb4), '$.origin_server_ts') as signed), 0);
create index event_by_time on event (room, origin_server_ts, stream_position);
