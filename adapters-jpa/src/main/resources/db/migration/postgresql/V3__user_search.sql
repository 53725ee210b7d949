-- The words by which users are found; the digest of both columns is the key.

create table profile_term (
    id text collate "C" not null primary key,
    user_id text collate "C" not null,
    term text collate "C" not null
);
create index profile_term_by_term on profile_term (term, user_id);
create index profile_term_by_user on profile_term (user_id);
