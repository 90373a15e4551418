-- A token says what it is for, what it may do, and when it was used last; those there are now are of signing in.
alter table access_token
    add column id           text,
    add column name         text not null default '',
    add column scope        text not null default 'ALL' check (scope in ('READ', 'IMPORT', 'ALL')),
    add column created_at   timestamptz not null default now(),
    add column last_used_at timestamptz;
update access_token set id = left(token_hash, 12);
alter table access_token alter column id set not null;
create unique index on access_token (user_id, id);
