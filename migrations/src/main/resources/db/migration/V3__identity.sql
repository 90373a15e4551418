-- The identity table: names and secrets, the only mutable facts. What an account may do is in the log (AccessGranted).
create table identity (
    user_id       text primary key,
    person_id     text not null,
    name          text not null check (length(name) between 1 and 80),
    password_hash text not null,
    failed_logins int not null default 0,
    locked_until  timestamptz
);

-- Bearer tokens of CLI and API by the SHA-256 of the token; the token itself is nowhere.
create table access_token (
    token_hash text primary key,
    user_id    text not null references identity on delete cascade,
    expires_at timestamptz not null
);
create index on access_token (expires_at);

-- What this database is for, written once when it is first used: real books, or a demo that is marked on every page.
create table installation (
    only_row boolean primary key default true check (only_row),
    kind     text not null check (kind in ('books', 'demo')),
    made_at  timestamptz not null default now()
);
