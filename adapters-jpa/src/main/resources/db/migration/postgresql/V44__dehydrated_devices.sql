create table dehydrated_device (
    id text collate "C" not null primary key,
    device_id text collate "C" not null,
    device_data bytea not null
);
