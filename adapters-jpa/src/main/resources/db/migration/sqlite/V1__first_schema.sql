-- The schema on SQLite. Text is compared by bytes, which is SQLite's default. Tables whose rows are small and found by a
-- key of several columns have no separate row ids.

-- The stream: one row, whose lock puts commits in order.
create table stream_counter (
    stream_position bigint not null
);
insert into stream_counter (stream_position) values (0);

-- What clients were answered, by the hash of user, device, endpoint and transaction id.
create table client_transaction (
    id text not null primary key,
    user_id text not null,
    device_id text not null,
    endpoint text not null,
    transaction_id text not null,
    answer text not null,
    event_id text
) without rowid;
create index client_transaction_of_device on client_transaction (user_id, device_id);
create index client_transaction_of_event on client_transaction (event_id);

-- Rooms: the growing end, changed by every commit, and the public face, which seldom changes.
create table room (
    room_id text not null primary key,
    room_version text not null,
    revision bigint not null,
    forward_extremities blob not null,
    current_state text,
    last_position bigint not null
) without rowid;

create table room_summary (
    room_id text not null primary key,
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
    search_text text not null
);
create index room_summary_by_size on room_summary (joined_members, room_id);

create table published_room (
    room_id text not null primary key
);

create table room_alias (
    alias text not null primary key,
    room_id text not null,
    creator text not null
);
create index room_alias_of_room on room_alias (room_id, alias);

-- Events by stream position. Standing: 0 accepted, 1 soft-failed, 2 rejected, 3 outlier.
create table event (
    stream_position bigint not null primary key,
    event_id text not null,
    room_id text not null,
    room_version text not null,
    standing smallint not null,
    depth bigint not null,
    event_type text not null,
    state_key text,
    sender text not null,
    origin_server_ts bigint not null,
    state_after text not null,
    room_state text,
    replaces_state text,
    redacted_by text,
    redacts text,
    relates_to text,
    rel_type text,
    contains_url boolean not null,
    pdu blob not null
);
create unique index event_by_id on event (event_id);
create index event_by_stream on event (room_id, standing, stream_position);
create index event_by_depth on event (room_id, standing, depth, stream_position);
create index event_by_redacts on event (redacts);
create index event_by_relation on event (relates_to, rel_type);

create table state_snapshot (
    snapshot_id text not null primary key,
    ordinal bigint not null,
    base_id text,
    delta blob not null
);

create table room_membership (
    room_id text not null,
    user_id text not null,
    membership text not null,
    event_id text not null,
    since bigint not null,
    forgotten boolean not null,
    primary key (room_id, user_id)
) without rowid;
create index room_membership_of_user on room_membership (user_id, room_id);
create index room_membership_by_kind on room_membership (room_id, membership, user_id);

-- Accounts, devices, tokens. A token with pending set was not used yet; the one that it replaces is valid until it is.
create table account (
    user_id text not null primary key,
    kind text not null,
    password_hash text,
    is_admin boolean not null,
    deactivated boolean not null,
    erased boolean not null,
    locked boolean not null,
    suspended boolean not null,
    created_at bigint not null
);

create table device (
    user_id text not null,
    device_id text not null,
    display_name text,
    last_seen_at bigint,
    last_seen_ip text,
    primary key (user_id, device_id)
);

create table access_token (
    token_hash text not null primary key,
    user_id text not null,
    device_id text not null,
    expires_at bigint,
    pending boolean not null
);
create index access_token_of_device on access_token (user_id, device_id);

create table refresh_token (
    token_hash text not null primary key,
    user_id text not null,
    device_id text not null,
    expires_at bigint,
    pending boolean not null
);
create index refresh_token_of_device on refresh_token (user_id, device_id);

create table uia_session (
    session_id text not null primary key,
    operation text not null,
    completed blob not null,
    request blob not null,
    details blob not null,
    expires_at bigint not null
);
create index uia_session_by_expiry on uia_session (expires_at);

-- Keys of devices and users, and who changed them when.
create table device_keys (
    user_id text not null,
    device_id text not null,
    device_keys blob not null,
    primary key (user_id, device_id)
);

create table cross_signing_key (
    user_id text not null,
    key_usage text not null,
    signing_key blob not null,
    primary key (user_id, key_usage)
);

create table device_list_change (
    stream_position bigint not null primary key,
    user_id text not null
);

-- One-time keys in upload order. The row of the device's next ordinal is the lock of the device's keys.
create table key_upload (
    user_id text not null,
    device_id text not null,
    next_ordinal bigint not null,
    primary key (user_id, device_id)
);

create table one_time_key (
    user_id text not null,
    device_id text not null,
    algorithm text not null,
    key_version text not null,
    ordinal bigint not null,
    one_time_key blob not null,
    primary key (user_id, device_id, algorithm, key_version)
);
create index one_time_key_in_order on one_time_key (user_id, device_id, algorithm, ordinal);

create table fallback_key (
    user_id text not null,
    device_id text not null,
    algorithm text not null,
    key_version text not null,
    fallback_key blob not null,
    used boolean not null,
    primary key (user_id, device_id, algorithm)
);

-- Key backups. Deleted versions stay, so that their numbers are not used again.
create table key_backup (
    user_id text not null,
    backup_version bigint not null,
    algorithm text not null,
    auth_data blob not null,
    etag bigint not null,
    key_count bigint not null,
    deleted boolean not null,
    primary key (user_id, backup_version)
);

create table key_backup_session (
    user_id text not null,
    backup_version bigint not null,
    room_id text not null,
    session_id text not null,
    session_data blob not null,
    primary key (user_id, backup_version, room_id, session_id)
);

-- What waits for devices, account data, receipts, profiles, filters.
create table to_device_message (
    user_id text not null,
    device_id text not null,
    stream_position bigint not null,
    sequence integer not null,
    sender text not null,
    message_type text not null,
    content blob not null,
    primary key (user_id, device_id, stream_position, sequence)
);

create table account_data (
    user_id text not null,
    room_id text not null,
    data_type text not null,
    content blob not null,
    stream_position bigint not null,
    primary key (user_id, room_id, data_type)
);
create index account_data_by_stream on account_data (user_id, stream_position);

create table receipt (
    room_id text not null,
    user_id text not null,
    receipt_type text not null,
    thread_id text not null,
    event_id text not null,
    origin_server_ts bigint not null,
    stream_position bigint not null,
    primary key (room_id, user_id, receipt_type, thread_id)
) without rowid;
create index receipt_by_stream on receipt (room_id, stream_position);
create index receipt_of_user on receipt (user_id, room_id);

create table profile (
    user_id text not null primary key,
    profile blob not null
);

create table sync_filter (
    user_id text not null,
    filter_id text not null,
    definition blob not null,
    primary key (user_id, filter_id)
);

-- Media and their thumbnails; their bytes are elsewhere.
create table media (
    server_name text not null,
    media_id text not null,
    uploader text,
    blob_id text,
    content_type text not null,
    file_name text,
    size_bytes bigint not null,
    created_at bigint not null,
    unused_expires_at bigint,
    primary key (server_name, media_id)
);

create table thumbnail (
    server_name text not null,
    media_id text not null,
    width integer not null,
    height integer not null,
    method text not null,
    animated boolean not null,
    content_type text not null,
    size_bytes bigint not null,
    blob_id text not null,
    primary key (server_name, media_id, width, height, method, animated)
);
