-- The words by which users are found; the digest of both columns is the key.

create table profile_term (
    id varchar(255) not null primary key,
    user_id varchar(255) not null,
    term varchar(255) not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
create index profile_term_by_term on profile_term (term, user_id);
create index profile_term_by_user on profile_term (user_id);
