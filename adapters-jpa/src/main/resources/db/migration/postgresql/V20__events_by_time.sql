alter table event add column origin_server_ts bigint not null default 0;
update event
set origin_server_ts = coalesce(((convert_from(body, 'UTF8')::json ->> 'origin_server_ts')::numeric)::bigint, 0);
create index event_by_time on event (room, origin_server_ts, stream_position);
