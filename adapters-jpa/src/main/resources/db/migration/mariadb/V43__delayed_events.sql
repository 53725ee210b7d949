create table delayed_event (
    id varchar(255) not null primary key,
    sender varchar(255) not null,
    device_id varchar(255) not null,
    room varchar(255) not null,
    event_type mediumtext not null,
    state_key mediumtext,
    content longblob not null,
    delay bigint not null,
    scheduled_at bigint not null,
    send_at bigint not null,
    due_at bigint,
    finalised_at bigint,
    event_id varchar(255),
    error longblob,
    transaction_key varchar(255) unique
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create index delayed_event_by_due on delayed_event (due_at);
create index delayed_event_by_sender on delayed_event (sender, finalised_at, send_at);
