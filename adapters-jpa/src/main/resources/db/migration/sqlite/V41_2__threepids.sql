create table threepid (
    id text not null primary key,
    user_id text not null,
    address text not null,
    validated_at integer not null,
    added_at integer not null
);
create index threepid_by_user on threepid (user_id, address);

create table validation (
    id text not null primary key,
    purpose text not null,
    address text not null,
    token text not null,
    send_attempt integer not null,
    next_link text,
    validated_at integer,
    expires_at integer not null
);
create index validation_by_end on validation (expires_at);
