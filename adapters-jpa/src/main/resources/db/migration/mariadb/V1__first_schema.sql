-- The schema on MariaDB. What is compared is varbinary: by bytes, with no letter case, padding or collation in the way. An
-- identifier has 255 bytes at most, and twice as many where it is full of characters that are stored escaped.

-- The stream: one row, whose lock puts commits in order.
create table stream_counter (
    stream_position bigint not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;
insert into stream_counter (stream_position) values (0);

-- What clients were answered, by the hash of user, device, endpoint and transaction id.
create table client_transaction (
    id varbinary(64) not null primary key,
    user_id varbinary(510) not null,
    device_id varbinary(510) not null,
    endpoint varbinary(510) not null,
    transaction_id varbinary(510) not null,
    answer varbinary(510) not null,
    event_id varbinary(510)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;
create index client_transaction_of_device on client_transaction (user_id, device_id);
create index client_transaction_of_event on client_transaction (event_id);

-- Rooms: the growing end, changed by every commit, and the public face, which seldom changes.
create table room (
    room_id varbinary(510) not null primary key,
    room_version varbinary(64) not null,
    revision bigint not null,
    forward_extremities longblob not null,
    current_state varbinary(510),
    last_position bigint not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

create table room_summary (
    room_id varbinary(510) not null primary key,
    name longtext,
    topic longtext,
    avatar_url longtext,
    canonical_alias longtext,
    join_rule longtext not null,
    room_type longtext,
    encryption longtext,
    world_readable boolean not null,
    guest_can_join boolean not null,
    joined_members integer not null,
    invited_members integer not null,
    search_text longtext not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;
create index room_summary_by_size on room_summary (joined_members, room_id);

create table published_room (
    room_id varbinary(510) not null primary key
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

create table room_alias (
    alias varbinary(510) not null primary key,
    room_id varbinary(510) not null,
    creator varbinary(510) not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;
create index room_alias_of_room on room_alias (room_id, alias);

-- Events by stream position. Standing: 0 accepted, 1 soft-failed, 2 rejected, 3 outlier.
create table event (
    stream_position bigint not null primary key,
    event_id varbinary(510) not null,
    room_id varbinary(510) not null,
    room_version varbinary(64) not null,
    standing smallint not null,
    depth bigint not null,
    event_type varbinary(510) not null,
    state_key varbinary(510),
    sender varbinary(510) not null,
    origin_server_ts bigint not null,
    state_after varbinary(510) not null,
    room_state varbinary(510),
    replaces_state varbinary(510),
    redacted_by varbinary(510),
    redacts varbinary(510),
    relates_to varbinary(510),
    rel_type varbinary(510),
    contains_url boolean not null,
    pdu longblob not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;
create unique index event_by_id on event (event_id);
create index event_by_stream on event (room_id, standing, stream_position);
create index event_by_depth on event (room_id, standing, depth, stream_position);
create index event_by_redacts on event (redacts);
create index event_by_relation on event (relates_to, rel_type);

create table state_snapshot (
    snapshot_id varbinary(510) not null primary key,
    ordinal bigint not null,
    base_id varbinary(510),
    delta longblob not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

create table room_membership (
    room_id varbinary(510) not null,
    user_id varbinary(510) not null,
    membership varbinary(64) not null,
    event_id varbinary(510) not null,
    since bigint not null,
    forgotten boolean not null,
    primary key (room_id, user_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;
create index room_membership_of_user on room_membership (user_id, room_id);
create index room_membership_by_kind on room_membership (room_id, membership, user_id);

-- Accounts, devices, tokens. A token with pending set was not used yet; the one that it replaces is valid until it is.
create table account (
    user_id varbinary(510) not null primary key,
    kind varbinary(64) not null,
    password_hash longtext,
    is_admin boolean not null,
    deactivated boolean not null,
    erased boolean not null,
    locked boolean not null,
    suspended boolean not null,
    created_at bigint not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

create table device (
    user_id varbinary(510) not null,
    device_id varbinary(510) not null,
    display_name longtext,
    last_seen_at bigint,
    last_seen_ip varbinary(510),
    primary key (user_id, device_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

create table access_token (
    token_hash varbinary(510) not null primary key,
    user_id varbinary(510) not null,
    device_id varbinary(510) not null,
    expires_at bigint,
    pending boolean not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;
create index access_token_of_device on access_token (user_id, device_id);

create table refresh_token (
    token_hash varbinary(510) not null primary key,
    user_id varbinary(510) not null,
    device_id varbinary(510) not null,
    expires_at bigint,
    pending boolean not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;
create index refresh_token_of_device on refresh_token (user_id, device_id);

create table uia_session (
    session_id varbinary(510) not null primary key,
    operation longtext not null,
    completed longblob not null,
    request longblob not null,
    details longblob not null,
    expires_at bigint not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;
create index uia_session_by_expiry on uia_session (expires_at);

-- Keys of devices and users, and who changed them when.
create table device_keys (
    user_id varbinary(510) not null,
    device_id varbinary(510) not null,
    device_keys longblob not null,
    primary key (user_id, device_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

create table cross_signing_key (
    user_id varbinary(510) not null,
    key_usage varbinary(510) not null,
    signing_key longblob not null,
    primary key (user_id, key_usage)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

create table device_list_change (
    stream_position bigint not null primary key,
    user_id varbinary(510) not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- One-time keys in upload order. The row of the device's next ordinal is the lock of the device's keys.
create table key_upload (
    user_id varbinary(510) not null,
    device_id varbinary(510) not null,
    next_ordinal bigint not null,
    primary key (user_id, device_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

create table one_time_key (
    user_id varbinary(510) not null,
    device_id varbinary(510) not null,
    algorithm varbinary(510) not null,
    key_version varbinary(510) not null,
    ordinal bigint not null,
    one_time_key longblob not null,
    primary key (user_id, device_id, algorithm, key_version)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;
create index one_time_key_in_order on one_time_key (user_id, device_id, algorithm, ordinal);

create table fallback_key (
    user_id varbinary(510) not null,
    device_id varbinary(510) not null,
    algorithm varbinary(510) not null,
    key_version varbinary(510) not null,
    fallback_key longblob not null,
    used boolean not null,
    primary key (user_id, device_id, algorithm)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- Key backups. Deleted versions stay, so that their numbers are not used again.
create table key_backup (
    user_id varbinary(510) not null,
    backup_version bigint not null,
    algorithm longtext not null,
    auth_data longblob not null,
    etag bigint not null,
    key_count bigint not null,
    deleted boolean not null,
    primary key (user_id, backup_version)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

create table key_backup_session (
    user_id varbinary(510) not null,
    backup_version bigint not null,
    room_id varbinary(510) not null,
    session_id varbinary(510) not null,
    session_data longblob not null,
    primary key (user_id, backup_version, room_id, session_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- What waits for devices, account data, receipts, profiles, filters.
create table to_device_message (
    user_id varbinary(510) not null,
    device_id varbinary(510) not null,
    stream_position bigint not null,
    sequence integer not null,
    sender varbinary(510) not null,
    message_type longtext not null,
    content longblob not null,
    primary key (user_id, device_id, stream_position, sequence)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

create table account_data (
    user_id varbinary(510) not null,
    room_id varbinary(510) not null,
    data_type varbinary(510) not null,
    content longblob not null,
    stream_position bigint not null,
    primary key (user_id, room_id, data_type)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;
create index account_data_by_stream on account_data (user_id, stream_position);

create table receipt (
    room_id varbinary(510) not null,
    user_id varbinary(510) not null,
    receipt_type varbinary(510) not null,
    thread_id varbinary(510) not null,
    event_id varbinary(510) not null,
    origin_server_ts bigint not null,
    stream_position bigint not null,
    primary key (room_id, user_id, receipt_type, thread_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;
create index receipt_by_stream on receipt (room_id, stream_position);
create index receipt_of_user on receipt (user_id, room_id);

create table profile (
    user_id varbinary(510) not null primary key,
    profile longblob not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

create table sync_filter (
    user_id varbinary(510) not null,
    filter_id varbinary(510) not null,
    definition longblob not null,
    primary key (user_id, filter_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- Media and their thumbnails; their bytes are elsewhere.
create table media (
    server_name varbinary(510) not null,
    media_id varbinary(510) not null,
    uploader varbinary(510),
    blob_id varbinary(64),
    content_type longtext not null,
    file_name longtext,
    size_bytes bigint not null,
    created_at bigint not null,
    unused_expires_at bigint,
    primary key (server_name, media_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

create table thumbnail (
    server_name varbinary(510) not null,
    media_id varbinary(510) not null,
    width integer not null,
    height integer not null,
    method varbinary(64) not null,
    animated boolean not null,
    content_type longtext not null,
    size_bytes bigint not null,
    blob_id varbinary(64) not null,
    primary key (server_name, media_id, width, height, method, animated)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;
