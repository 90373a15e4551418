-- Steps a close was told were due and not done.
create table view_close_overdue (
    close_id text not null,
    step     text not null,
    due      timestamptz not null,
    told_at  timestamptz not null,
    position bigint not null,
    primary key (close_id, step)
);
