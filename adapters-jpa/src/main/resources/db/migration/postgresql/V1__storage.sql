-- Text is compared by bytes, whatever the collation of the database. Times are milliseconds since the epoch. Columns named
-- id hold either a Matrix id, a hash, or the digest of the columns that make the key.

create table stream_counter (
    stream_position bigint not null
);
insert into stream_counter (stream_position) values (0);

create table client_transaction (
    id text collate "C" not null primary key,
    user_id text collate "C" not null,
    device_id text collate "C" not null,
    endpoint text collate "C" not null,
    transaction_id text collate "C" not null,
    answer text collate "C" not null
);
create index client_transaction_by_answer on client_transaction (user_id, device_id, answer);

create table room (
    id text collate "C" not null primary key,
    room_version text collate "C" not null,
    revision bigint not null,
    forward_extremities bytea not null,
    current_state text collate "C",
    last_position bigint not null
);

create table room_summary (
    room text collate "C" not null primary key,
    name text collate "C",
    topic text collate "C",
    avatar_url text collate "C",
    canonical_alias text collate "C",
    join_rule text collate "C" not null,
    room_type text collate "C",
    encryption text collate "C",
    world_readable boolean not null,
    guest_can_join boolean not null,
    joined_members integer not null,
    invited_members integer not null,
    folded_name text collate "C" not null,
    folded_topic text collate "C" not null,
    folded_alias text collate "C" not null,
    folded_room text collate "C" not null
);
create index room_summary_by_size on room_summary (joined_members, room);

create table published_room (
    room text collate "C" not null primary key
);

create table room_alias (
    alias text collate "C" not null primary key,
    room text collate "C" not null,
    creator text collate "C" not null
);
create index room_alias_by_room on room_alias (room, alias);

create table state_snapshot (
    id text collate "C" not null primary key,
    ordinal bigint not null,
    base text collate "C",
    delta bytea not null
);

create table event (
    stream_position bigint not null primary key,
    id text collate "C" not null,
    room text collate "C" not null,
    depth bigint not null,
    standing text collate "C" not null,
    room_version text collate "C" not null,
    state_after text collate "C" not null,
    room_state text collate "C",
    replaces_state text collate "C",
    redacted_by text collate "C",
    body bytea not null
);
create unique index event_by_id on event (id);
create index event_by_position on event (room, stream_position);
create index event_by_depth on event (room, depth, stream_position);

create table membership (
    room text collate "C" not null,
    user_id text collate "C" not null,
    membership text collate "C" not null,
    event_id text collate "C" not null,
    since_position bigint not null,
    forgotten boolean not null,
    primary key (room, user_id)
);
create index membership_by_user on membership (user_id);

create table receipt (
    id text collate "C" not null primary key,
    room text collate "C" not null,
    user_id text collate "C" not null,
    receipt_type text collate "C" not null,
    thread text collate "C",
    event_id text collate "C" not null,
    origin_server_ts bigint not null,
    stream_position bigint not null
);
create index receipt_by_position on receipt (room, stream_position);
create index receipt_by_user on receipt (user_id, room);

create table account_data (
    id text collate "C" not null primary key,
    user_id text collate "C" not null,
    room text collate "C",
    data_type text collate "C" not null,
    content bytea not null,
    stream_position bigint not null
);
create index account_data_by_position on account_data (user_id, stream_position);

create table inbox_message (
    stream_position bigint not null,
    ordinal bigint not null,
    user_id text collate "C" not null,
    device_id text collate "C" not null,
    sender text collate "C" not null,
    message_type text collate "C" not null,
    content bytea not null,
    primary key (stream_position, ordinal)
);
create index inbox_message_by_device on inbox_message (user_id, device_id, stream_position, ordinal);

create table account (
    user_id text collate "C" not null primary key,
    kind text collate "C" not null,
    password_hash text collate "C",
    admin boolean not null,
    deactivated boolean not null,
    erased boolean not null,
    locked boolean not null,
    suspended boolean not null,
    created_at bigint not null
);

create table profile (
    user_id text collate "C" not null primary key,
    body bytea not null
);

create table stored_filter (
    id text collate "C" not null primary key,
    user_id text collate "C" not null,
    body bytea not null
);

create table device (
    id text collate "C" not null primary key,
    user_id text collate "C" not null,
    device_id text collate "C" not null,
    display_name text collate "C",
    last_seen_at bigint,
    last_seen_ip text collate "C"
);
create index device_by_user on device (user_id, device_id);

create table token_grant (
    access_token text collate "C" not null primary key,
    user_id text collate "C" not null,
    device_id text collate "C" not null,
    expires_at bigint,
    refresh_token text collate "C",
    refresh_expires_at bigint,
    replaces text collate "C"
);
create unique index token_grant_by_refresh_token on token_grant (refresh_token);
create index token_grant_by_device on token_grant (user_id, device_id);

create table uia_session (
    id text collate "C" not null primary key,
    operation text collate "C" not null,
    completed bytea not null,
    request bytea not null,
    details bytea not null,
    expires_at bigint not null
);
create index uia_session_by_end on uia_session (expires_at);

create table device_keys (
    id text collate "C" not null primary key,
    user_id text collate "C" not null,
    device_id text collate "C" not null,
    body bytea not null
);
create index device_keys_by_user on device_keys (user_id, device_id);

create table cross_signing_key (
    id text collate "C" not null primary key,
    user_id text collate "C" not null,
    key_usage text collate "C" not null,
    body bytea not null
);
create index cross_signing_key_by_user on cross_signing_key (user_id);

create table device_change (
    stream_position bigint not null primary key,
    user_id text collate "C" not null
);

create table one_time_key (
    id text collate "C" not null primary key,
    user_id text collate "C" not null,
    device_id text collate "C" not null,
    algorithm text collate "C" not null,
    key_version text collate "C" not null,
    place bigint not null,
    body bytea not null
);
create index one_time_key_by_place on one_time_key (user_id, device_id, algorithm, place);

create table fallback_key (
    id text collate "C" not null primary key,
    user_id text collate "C" not null,
    device_id text collate "C" not null,
    algorithm text collate "C" not null,
    key_version text collate "C" not null,
    used boolean not null,
    body bytea not null
);
create index fallback_key_by_device on fallback_key (user_id, device_id);

create table backup_version (
    id text collate "C" not null primary key,
    user_id text collate "C" not null,
    version_number bigint not null,
    algorithm text collate "C" not null,
    auth_data bytea not null,
    etag bigint not null,
    key_count bigint not null,
    deleted boolean not null
);
create unique index backup_version_by_number on backup_version (user_id, version_number);

create table backup_key (
    id text collate "C" not null primary key,
    backup_version text collate "C" not null,
    room text collate "C" not null,
    session_id text collate "C" not null,
    body bytea not null
);
create index backup_key_by_room on backup_key (backup_version, room);

create table media (
    uri text collate "C" not null primary key,
    uploader text collate "C",
    blob_id text collate "C",
    content_type text collate "C" not null,
    file_name text collate "C",
    byte_count bigint not null,
    created_at bigint not null,
    unused_expires_at bigint
);

create table thumbnail (
    id text collate "C" not null primary key,
    uri text collate "C" not null,
    width integer not null,
    height integer not null,
    method text collate "C" not null,
    animated boolean not null,
    content_type text collate "C" not null,
    byte_count bigint not null,
    blob_id text collate "C" not null
);
create index thumbnail_by_uri on thumbnail (uri);
