-- Text is compared by bytes, blanks at its end included. Matrix ids, hashes and digests have at most 255 characters, so that
-- they fit into indexes; text that clients choose has room to spare. Times are milliseconds since the epoch. Columns named
-- id hold either a Matrix id, a hash, or the digest of the columns that make the key.

create table stream_counter (
    stream_position bigint not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
insert into stream_counter (stream_position) values (0);

create table client_transaction (
    id varchar(255) not null primary key,
    user_id varchar(255) not null,
    device_id varchar(255) not null,
    endpoint mediumtext not null,
    transaction_id mediumtext not null,
    answer mediumtext not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create index client_transaction_by_answer on client_transaction (user_id, device_id, answer(191));

create table room (
    id varchar(255) not null primary key,
    room_version varchar(255) not null,
    revision bigint not null,
    forward_extremities longblob not null,
    current_state varchar(255),
    last_position bigint not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table room_summary (
    room varchar(255) not null primary key,
    name mediumtext,
    topic mediumtext,
    avatar_url mediumtext,
    canonical_alias mediumtext,
    join_rule varchar(255) not null,
    room_type mediumtext,
    encryption mediumtext,
    world_readable boolean not null,
    guest_can_join boolean not null,
    joined_members integer not null,
    invited_members integer not null,
    folded_name mediumtext not null,
    folded_topic mediumtext not null,
    folded_alias mediumtext not null,
    folded_room mediumtext not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create index room_summary_by_size on room_summary (joined_members, room);

create table published_room (
    room varchar(255) not null primary key
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table room_alias (
    alias varchar(255) not null primary key,
    room varchar(255) not null,
    creator varchar(255) not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create index room_alias_by_room on room_alias (room, alias);

create table state_snapshot (
    id varchar(255) not null primary key,
    ordinal bigint not null,
    base varchar(255),
    delta longblob not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table event (
    stream_position bigint not null primary key,
    id varchar(255) not null,
    room varchar(255) not null,
    depth bigint not null,
    standing varchar(255) not null,
    room_version varchar(255) not null,
    state_after varchar(255) not null,
    room_state varchar(255),
    replaces_state varchar(255),
    redacted_by varchar(255),
    body longblob not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create unique index event_by_id on event (id);
create index event_by_position on event (room, stream_position);
create index event_by_depth on event (room, depth, stream_position);

create table membership (
    room varchar(255) not null,
    user_id varchar(255) not null,
    membership varchar(255) not null,
    event_id varchar(255) not null,
    since_position bigint not null,
    forgotten boolean not null,
    primary key (room, user_id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create index membership_by_user on membership (user_id);

create table receipt (
    id varchar(255) not null primary key,
    room varchar(255) not null,
    user_id varchar(255) not null,
    receipt_type mediumtext not null,
    thread mediumtext,
    event_id varchar(255) not null,
    origin_server_ts bigint not null,
    stream_position bigint not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create index receipt_by_position on receipt (room, stream_position);
create index receipt_by_user on receipt (user_id, room);

create table account_data (
    id varchar(255) not null primary key,
    user_id varchar(255) not null,
    room varchar(255),
    data_type mediumtext not null,
    content longblob not null,
    stream_position bigint not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create index account_data_by_position on account_data (user_id, stream_position);

create table inbox_message (
    stream_position bigint not null,
    ordinal bigint not null,
    user_id varchar(255) not null,
    device_id varchar(255) not null,
    sender varchar(255) not null,
    message_type mediumtext not null,
    content longblob not null,
    primary key (stream_position, ordinal)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create index inbox_message_by_device on inbox_message (user_id, device_id, stream_position, ordinal);

create table account (
    user_id varchar(255) not null primary key,
    kind varchar(255) not null,
    password_hash mediumtext,
    admin boolean not null,
    deactivated boolean not null,
    erased boolean not null,
    locked boolean not null,
    suspended boolean not null,
    created_at bigint not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table profile (
    user_id varchar(255) not null primary key,
    body longblob not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table stored_filter (
    id varchar(255) not null primary key,
    user_id varchar(255) not null,
    body longblob not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table device (
    id varchar(255) not null primary key,
    user_id varchar(255) not null,
    device_id varchar(255) not null,
    display_name mediumtext,
    last_seen_at bigint,
    last_seen_ip mediumtext
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create index device_by_user on device (user_id, device_id);

create table token_grant (
    access_token varchar(255) not null primary key,
    user_id varchar(255) not null,
    device_id varchar(255) not null,
    expires_at bigint,
    refresh_token varchar(255),
    refresh_expires_at bigint,
    replaces varchar(255)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create unique index token_grant_by_refresh_token on token_grant (refresh_token);
create index token_grant_by_device on token_grant (user_id, device_id);

create table uia_session (
    id varchar(255) not null primary key,
    operation varchar(255) not null,
    completed longblob not null,
    request longblob not null,
    details longblob not null,
    expires_at bigint not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create index uia_session_by_end on uia_session (expires_at);

create table device_keys (
    id varchar(255) not null primary key,
    user_id varchar(255) not null,
    device_id varchar(255) not null,
    body longblob not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create index device_keys_by_user on device_keys (user_id, device_id);

create table cross_signing_key (
    id varchar(255) not null primary key,
    user_id varchar(255) not null,
    key_usage varchar(255) not null,
    body longblob not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create index cross_signing_key_by_user on cross_signing_key (user_id);

create table device_change (
    stream_position bigint not null primary key,
    user_id varchar(255) not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table one_time_key (
    id varchar(255) not null primary key,
    user_id varchar(255) not null,
    device_id varchar(255) not null,
    algorithm mediumtext not null,
    key_version mediumtext not null,
    place bigint not null,
    body longblob not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create index one_time_key_by_place on one_time_key (user_id, device_id, algorithm(191), place);

create table fallback_key (
    id varchar(255) not null primary key,
    user_id varchar(255) not null,
    device_id varchar(255) not null,
    algorithm mediumtext not null,
    key_version mediumtext not null,
    used boolean not null,
    body longblob not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create index fallback_key_by_device on fallback_key (user_id, device_id);

create table backup_version (
    id varchar(255) not null primary key,
    user_id varchar(255) not null,
    version_number bigint not null,
    algorithm mediumtext not null,
    auth_data longblob not null,
    etag bigint not null,
    key_count bigint not null,
    deleted boolean not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create unique index backup_version_by_number on backup_version (user_id, version_number);

create table backup_key (
    id varchar(255) not null primary key,
    backup_version varchar(255) not null,
    room varchar(255) not null,
    session_id mediumtext not null,
    body longblob not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create index backup_key_by_room on backup_key (backup_version, room);

create table media (
    uri varchar(600) not null primary key,
    uploader varchar(255),
    blob_id varchar(255),
    content_type mediumtext not null,
    file_name mediumtext,
    byte_count bigint not null,
    created_at bigint not null,
    unused_expires_at bigint
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table thumbnail (
    id varchar(255) not null primary key,
    uri varchar(600) not null,
    width integer not null,
    height integer not null,
    method varchar(255) not null,
    animated boolean not null,
    content_type mediumtext not null,
    byte_count bigint not null,
    blob_id varchar(255) not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create index thumbnail_by_uri on thumbnail (uri);
