create table threepid (
    id text collate "C" not null primary key,
    user_id text collate "C" not null,
    address text collate "C" not null,
    validated_at bigint not null,
    added_at bigint not null
);
create index threepid_by_user on threepid (user_id, address);

create table validation (
    id text collate "C" not null primary key,
    purpose text collate "C" not null,
    address text collate "C" not null,
    token text collate "C" not null,
    send_attempt bigint not null,
    next_link text collate "C",
    validated_at bigint,
    expires_at bigint not null
);
create index validation_by_end on validation (expires_at);
