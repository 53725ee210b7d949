-- Text is compared by bytes (SQLite's binary collation). Times are milliseconds since the epoch. Columns named id hold
-- either a Matrix id, a hash, or the digest of the columns that make the key.

create table stream_counter (
    stream_position integer not null
);
insert into stream_counter (stream_position) values (0);

create table client_transaction (
    id text not null primary key,
    user_id text not null,
    device_id text not null,
    endpoint text not null,
    transaction_id text not null,
    answer text not null
);
create index client_transaction_by_answer on client_transaction (user_id, device_id, answer);

create table room (
    id text not null primary key,
    room_version text not null,
    revision integer not null,
    forward_extremities blob not null,
    current_state text,
    last_position integer not null
);

create table room_summary (
    room text not null primary key,
    name text,
    topic text,
    avatar_url text,
    canonical_alias text,
    join_rule text not null,
    room_type text,
    encryption text,
    world_readable boolean not null,
    guest_can_join boolean not null,
    joined_members integer not null,
    invited_members integer not null,
    folded_name text not null,
    folded_topic text not null,
    folded_alias text not null,
    folded_room text not null
);
create index room_summary_by_size on room_summary (joined_members, room);

create table published_room (
    room text not null primary key
);

create table room_alias (
    alias text not null primary key,
    room text not null,
    creator text not null
);
create index room_alias_by_room on room_alias (room, alias);

create table state_snapshot (
    id text not null primary key,
    ordinal integer not null,
    base text,
    delta blob not null
);

create table event (
    stream_position integer not null primary key,
    id text not null,
    room text not null,
    depth integer not null,
    standing text not null,
    room_version text not null,
    state_after text not null,
    room_state text,
    replaces_state text,
    redacted_by text,
    body blob not null
);
create unique index event_by_id on event (id);
create index event_by_position on event (room, stream_position);
create index event_by_depth on event (room, depth, stream_position);

create table membership (
    room text not null,
    user_id text not null,
    membership text not null,
    event_id text not null,
    since_position integer not null,
    forgotten boolean not null,
    primary key (room, user_id)
);
create index membership_by_user on membership (user_id);

create table receipt (
    id text not null primary key,
    room text not null,
    user_id text not null,
    receipt_type text not null,
    thread text,
    event_id text not null,
    origin_server_ts integer not null,
    stream_position integer not null
);
create index receipt_by_position on receipt (room, stream_position);
create index receipt_by_user on receipt (user_id, room);

create table account_data (
    id text not null primary key,
    user_id text not null,
    room text,
    data_type text not null,
    content blob not null,
    stream_position integer not null
);
create index account_data_by_position on account_data (user_id, stream_position);

create table inbox_message (
    stream_position integer not null,
    ordinal integer not null,
    user_id text not null,
    device_id text not null,
    sender text not null,
    message_type text not null,
    content blob not null,
    primary key (stream_position, ordinal)
);
create index inbox_message_by_device on inbox_message (user_id, device_id, stream_position, ordinal);

create table account (
    user_id text not null primary key,
    kind text not null,
    password_hash text,
    admin boolean not null,
    deactivated boolean not null,
    erased boolean not null,
    locked boolean not null,
    suspended boolean not null,
    created_at integer not null
);

create table profile (
    user_id text not null primary key,
    body blob not null
);

create table stored_filter (
    id text not null primary key,
    user_id text not null,
    body blob not null
);

create table device (
    id text not null primary key,
    user_id text not null,
    device_id text not null,
    display_name text,
    last_seen_at integer,
    last_seen_ip text
);
create index device_by_user on device (user_id, device_id);

create table token_grant (
    access_token text not null primary key,
    user_id text not null,
    device_id text not null,
    expires_at integer,
    refresh_token text,
    refresh_expires_at integer,
    replaces text
);
create unique index token_grant_by_refresh_token on token_grant (refresh_token);
create index token_grant_by_device on token_grant (user_id, device_id);

create table uia_session (
    id text not null primary key,
    operation text not null,
    completed blob not null,
    request blob not null,
    details blob not null,
    expires_at integer not null
);
create index uia_session_by_end on uia_session (expires_at);

create table device_keys (
    id text not null primary key,
    user_id text not null,
    device_id text not null,
    body blob not null
);
create index device_keys_by_user on device_keys (user_id, device_id);

create table cross_signing_key (
    id text not null primary key,
    user_id text not null,
    key_usage text not null,
    body blob not null
);
create index cross_signing_key_by_user on cross_signing_key (user_id);

create table device_change (
    stream_position integer not null primary key,
    user_id text not null
);

create table one_time_key (
    id text not null primary key,
    user_id text not null,
    device_id text not null,
    algorithm text not null,
    key_version text not null,
    place integer not null,
    body blob not null
);
create index one_time_key_by_place on one_time_key (user_id, device_id, algorithm, place);

create table fallback_key (
    id text not null primary key,
    user_id text not null,
    device_id text not null,
    algorithm text not null,
    key_version text not null,
    used boolean not null,
    body blob not null
);
create index fallback_key_by_device on fallback_key (user_id, device_id);

create table backup_version (
    id text not null primary key,
    user_id text not null,
    version_number integer not null,
    algorithm text not null,
    auth_data blob not null,
    etag integer not null,
    key_count integer not null,
    deleted boolean not null
);
create unique index backup_version_by_number on backup_version (user_id, version_number);

create table backup_key (
    id text not null primary key,
    backup_version text not null,
    room text not null,
    session_id text not null,
    body blob not null
);
create index backup_key_by_room on backup_key (backup_version, room);

create table media (
    uri text not null primary key,
    uploader text,
    blob_id text,
    content_type text not null,
    file_name text,
    byte_count integer not null,
    created_at integer not null,
    unused_expires_at integer
);

create table thumbnail (
    id text not null primary key,
    uri text not null,
    width integer not null,
    height integer not null,
    method text not null,
    animated boolean not null,
    content_type text not null,
    byte_count integer not null,
    blob_id text not null
);
create index thumbnail_by_uri on thumbnail (uri);
