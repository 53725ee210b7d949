-- Sessions last half an hour; what was begun before is begun again.
delete from uia_session;
alter table uia_session add column user_id text;
alter table uia_session add column flows blob not null default x'5b5d';
