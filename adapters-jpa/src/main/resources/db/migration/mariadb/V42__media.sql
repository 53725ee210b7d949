create table preview (
    id varchar(255) not null primary key,
    address_id varchar(255) not null,
    address mediumtext not null,
    made_at bigint not null,
    properties longblob,
    image mediumtext
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create index preview_by_address on preview (address_id, made_at);
create index preview_by_time on preview (made_at);

create index media_by_blob on media (blob_id);
create index media_by_uploader on media (uploader, created_at);
create index media_by_expiry on media (unused_expires_at);
create index thumbnail_by_blob on thumbnail (blob_id);
