-- Soft locks per area of work, and the exceptions from them (ADR 21).
create table view_soft_lock (
    close_group text not null,
    area        text not null,
    through     date,
    reason      text not null,
    moved_by    text not null,
    moved_at    timestamptz not null,
    position    bigint not null,
    primary key (close_group, area)
);
create table view_lock_exception (
    close_group text not null,
    number      int not null,
    area        text not null,
    person      text,
    until       timestamptz not null,
    reason      text not null,
    granted_by  text not null,
    granted_at  timestamptz not null,
    ended_by    text,
    ended_at    timestamptz,
    end_reason  text,
    position    bigint not null,
    primary key (close_group, number)
);
-- how far up it was told that a step is late
alter table view_close_overdue add column level text not null default 'OWNER';
