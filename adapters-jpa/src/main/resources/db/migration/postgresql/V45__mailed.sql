-- What mails told the user of, as JSON; written and read as a whole.
alter table pusher add column mailed bytea not null default '{}';
