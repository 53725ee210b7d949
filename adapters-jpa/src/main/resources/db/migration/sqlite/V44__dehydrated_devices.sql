create table dehydrated_device (
    id text not null primary key,
    device_id text not null,
    device_data blob not null
);
