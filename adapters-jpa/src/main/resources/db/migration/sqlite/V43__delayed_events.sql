create table delayed_event (
    id text not null primary key,
    sender text not null,
    device_id text not null,
    room text not null,
    event_type text not null,
    state_key text,
    content blob not null,
    delay integer not null,
    scheduled_at integer not null,
    send_at integer not null,
    due_at integer,
    finalised_at integer,
    event_id text,
    error blob,
    transaction_key text unique
);
create index delayed_event_by_due on delayed_event (due_at);
create index delayed_event_by_sender on delayed_event (sender, finalised_at, send_at);
