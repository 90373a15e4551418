-- Flash accruals of a close, each proposal a row, and what they came to beside the month itself.
create table view_accrual (
    close_id      text not null,
    number        int not null,
    state         text not null,
    accounts      text not null,
    log_position  bigint not null,
    content_hash  text not null,
    note          text not null,
    prepared_by   text not null,
    prepared_at   timestamptz not null,
    released_at   timestamptz,
    reversed_in   text,
    ended         text,
    ended_by      text,
    trued_up      int,
    position      bigint not null,
    primary key (close_id, number)
);

create table view_accrual_shipper (
    close_id         text not null,
    number           int not null,
    shipper          text not null,
    accrued          boolean not null,
    receipts         numeric(24, 6) not null,
    purchases        numeric(20, 2) not null,
    deliveries       numeric(24, 6) not null,
    sales            numeric(20, 2) not null,
    currency         text not null,
    measured         int not null,
    estimated        int not null,
    by_hand          text,
    actual_receipts         numeric(24, 6),
    actual_purchases        numeric(20, 2),
    actual_deliveries       numeric(24, 6),
    actual_sales            numeric(20, 2),
    position         bigint not null,
    primary key (close_id, number, shipper)
);

create table view_accrual_approval (
    close_id     text not null,
    number       int not null,
    by_person    text not null,
    approved_at  timestamptz not null,
    position     bigint not null,
    primary key (close_id, number, by_person)
);

-- where a batch is booked, which a reversal and a close that was accrued are not in their own period
alter table view_journal_posting add column booked_in text;
