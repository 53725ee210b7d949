create table dehydrated_device (
    id varchar(255) not null primary key,
    device_id varchar(255) not null,
    device_data longblob not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
