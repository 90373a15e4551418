-- A locked month opens again by two, a close is held, a cut-off gets more time (ADR 20).
alter table view_calendar add column hard_lock text;
alter table view_close
    add column hold_by            text,
    add column hold_reason        text,
    add column house_hold_reason  text,
    add column cutoff_extended_to timestamptz,
    add column undoing            boolean not null default false;
create table view_reopening (
    close_group    text not null,
    period         text not null,
    asked          bigint not null,
    revision       int not null,
    ground         text not null,
    effect         numeric,
    currency       text,
    reason         text not null,
    asked_by       text not null,
    asked_at       timestamptz not null,
    approved_by    text,
    consented_by   text,
    declined_by    text,
    decline_reason text,
    reopened_at    timestamptz,
    position       bigint not null,
    primary key (close_group, period, asked)
);
create table view_close_revision (
    close_id        text not null,
    revision        int not null,
    attempt         int not null,
    pack_hash       text not null,
    document_number text,
    lock_hash       text,
    chain_hash      text,
    locked_at       timestamptz,
    reopened_at     timestamptz not null,
    reason          text not null,
    reopened_by     text not null,
    reversal_number text,
    undone_at       timestamptz,
    position        bigint not null,
    primary key (close_id, revision)
);
-- above tolerance an approver accepts what was explained
alter table view_balance
    add column accepted_by text,
    add column explained_at timestamptz;
