-- Sessions last half an hour; what was begun before is begun again.
delete from uia_session;
alter table uia_session add column user_id varchar(255);
alter table uia_session add column flows longblob not null;
