create table report (
    id varchar(255) not null primary key,
    received_at bigint not null,
    reporter varchar(255) not null,
    room varchar(255),
    event_id varchar(255),
    user_id varchar(255),
    reason mediumtext not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create index report_by_time on report (received_at, id);
