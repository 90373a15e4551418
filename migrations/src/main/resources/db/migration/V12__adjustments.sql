-- Packages of prior-period adjustments, one per cause and close group, and where each stands (ADR 19).
create table view_adjustment_package (
    package         text primary key,
    import_id       text not null,
    file_hash       text not null,
    file_name       text not null,
    state           text not null,
    revision        int not null,
    oldest          text not null,
    latest          text not null,
    raised_at       timestamptz not null,
    booking         text,
    ground          text,
    reason          text,
    prepared_by     text,
    prepared_at     timestamptz,
    period          text,
    preview_hash    text,
    receipts_kwh    numeric(24, 6),
    receipts_mmbtu  numeric(24, 6),
    purchases       numeric(20, 2),
    deliveries_kwh  numeric(24, 6),
    deliveries_mmbtu numeric(24, 6),
    sales           numeric(20, 2),
    currency        text,
    failure         text,
    contributors    text[],
    legal_hold      text,
    legal_hold_by   text,
    decided_by      text,
    decided_at      timestamptz,
    decision        text,
    opened_position bigint not null,
    position        bigint not null
);
create index on view_adjustment_package (opened_position);
create index on view_adjustment_package (state);

-- Which package each adjustment is in, and what rejected it.
create table view_adjustment_member (
    adjustment text primary key,
    package    text not null,
    close_id   text not null,
    point      text not null,
    day        date not null,
    rejected   boolean not null,
    rival      text,
    position   bigint not null
);
create index on view_adjustment_member (package, close_id, point, day);

-- The records of an adjustment: what the month was closed with and what came.
create table view_adjustment_reading (
    adjustment   text not null,
    start        timestamptz not null,
    point        text not null,
    closed_kwh   numeric(24, 6),
    received_kwh numeric(24, 6) not null,
    position     bigint not null,
    primary key (adjustment, start)
);
create index on view_adjustment_reading (point, start);

-- The lines of a preview's latest revision: one contract at one point on one gas day one way, at the closed month's price.
create table view_adjustment_line (
    package       text not null,
    revision      int not null,
    close_id      text not null,
    point         text not null,
    contract      text not null,
    shipper       text not null,
    day           date not null,
    direction     text not null,
    before_kwh    numeric(24, 6) not null,
    after_kwh     numeric(24, 6) not null,
    before_mmbtu  numeric(24, 6) not null,
    after_mmbtu   numeric(24, 6) not null,
    price         numeric(18, 6) not null,
    currency      text not null,
    before_amount numeric(20, 2) not null,
    after_amount  numeric(20, 2) not null,
    position      bigint not null,
    primary key (package, close_id, point, contract, day, direction)
);
create index on view_adjustment_line (close_id, shipper);

-- The journals a package was booked in, one per production month.
create table view_adjustment_journal (
    journal   text primary key,
    package   text not null,
    close_id  text not null,
    period    text not null,
    booking   text not null,
    booked_at timestamptz,
    position  bigint not null
);
create index on view_adjustment_journal (package);
create index on view_adjustment_journal (close_id);

-- What was done to a package, in order.
create table view_adjustment_deed (
    package   text not null,
    position  bigint not null,
    deed      text not null,
    words     text not null,
    by_person text,
    at        timestamptz not null,
    primary key (package, position)
);

-- Age limits and materiality.
create table view_adjustment_rules (
    book            text not null,
    effective_from  text not null,
    months          int not null,
    rebuttal_months int not null,
    absolute_months int not null,
    material_kwh    numeric(24, 6) not null,
    material_amount numeric(20, 2) not null,
    by_person       text not null,
    at              timestamptz not null,
    position        bigint not null,
    primary key (book, effective_from)
);

-- Which period a close group books in: the open one, or the one that opens next.
create table view_adjustment_book (
    book     text primary key,
    period   text not null,
    position bigint not null
);

-- What the line of an adjustment's journal adjusts; null for the line of a close.
alter table view_journal_line
    add column adjusts_package text,
    add column adjusts_journal text,
    add column adjusts_line    int;
