create table delayed_event (
    id text collate "C" not null primary key,
    sender text collate "C" not null,
    device_id text collate "C" not null,
    room text collate "C" not null,
    event_type text collate "C" not null,
    state_key text collate "C",
    content bytea not null,
    delay bigint not null,
    scheduled_at bigint not null,
    send_at bigint not null,
    due_at bigint,
    finalised_at bigint,
    event_id text collate "C",
    error bytea,
    transaction_key text collate "C" unique
);
create index delayed_event_by_due on delayed_event (due_at);
create index delayed_event_by_sender on delayed_event (sender, finalised_at, send_at);
