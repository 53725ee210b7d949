create table preview (
    id text collate "C" not null primary key,
    address_id text collate "C" not null,
    address text collate "C" not null,
    made_at bigint not null,
    properties bytea,
    image text collate "C"
);
create index preview_by_address on preview (address_id, made_at);
create index preview_by_time on preview (made_at);

create index media_by_blob on media (blob_id);
create index media_by_uploader on media (uploader, created_at);
create index media_by_expiry on media (unused_expires_at);
create index thumbnail_by_blob on thumbnail (blob_id);
