-- What mails told the user of, as JSON; written and read as a whole.
alter table pusher add column mailed blob not null default x'7b7d';
