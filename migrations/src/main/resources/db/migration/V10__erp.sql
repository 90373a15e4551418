-- Journals on their way to an ERP that is spoken to (db-scheduler's own columns). Can be dropped: the rows come again from the log.
create table erp_schedule (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index on erp_schedule (execution_time);
create index on erp_schedule (last_heartbeat);

-- view-journal; one row per key the ERP was given
create table view_journal_posting (
    key              text primary key,
    journal          text not null,
    close_id         text not null,
    posting          int not null,
    state            text not null,
    lines            int not null,
    debits           numeric(20, 2) not null,
    credits          numeric(20, 2) not null,
    currency         text not null,
    content_hash     text not null,
    erp              text,
    sendings         int not null,
    requested_at     timestamptz not null,
    sent_at          timestamptz,
    answered_at      timestamptz,
    document_number  text,
    sentence         text,
    position         bigint not null
);
create index on view_journal_posting (journal, posting);

create table view_journal_refusal (
    key      text not null,
    number   int not null,
    line     int not null,
    reason   text not null,
    position bigint not null,
    primary key (key, number)
);

-- the last comparison with what the ERP has booked
create table view_journal_reconciliation (
    journal      text primary key,
    number       int not null,
    erp          text,
    asked_by     text not null,
    asked_at     timestamptz not null,
    answered_at  timestamptz,
    position     bigint not null
);
create table view_journal_compared (
    journal             text not null,
    number              int not null,
    key                 text not null,
    comparison          text not null,
    our_document        text,
    our_lines           int,
    our_debits          numeric(20, 2),
    our_credits         numeric(20, 2),
    their_document      text,
    their_lines         int,
    their_debits        numeric(20, 2),
    their_credits       numeric(20, 2),
    our_currency        text,
    their_currency      text,
    position            bigint not null,
    primary key (journal, number)
);
