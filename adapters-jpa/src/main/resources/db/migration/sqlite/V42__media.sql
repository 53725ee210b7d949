create table preview (
    id text not null primary key,
    address_id text not null,
    address text not null,
    made_at integer not null,
    properties blob,
    image text
);
create index preview_by_address on preview (address_id, made_at);
create index preview_by_time on preview (made_at);

create index media_by_blob on media (blob_id);
create index media_by_uploader on media (uploader, created_at);
create index media_by_expiry on media (unused_expires_at);
create index thumbnail_by_blob on thumbnail (blob_id);
