-- What is seen. Every table named view_… belongs to one projection, holds no fact of its own, and is rebuilt from the log to
-- the same rows; position names the event a row's figures come from. Energies are kWh, money has two decimals.
-- Arrays hold one figure per gas day from first_day on.

-- The rebuild makes its copies here and compares them with the live tables.
create schema shadow;
grant usage, create on schema shadow to app;

-- The log as people ask for it. A word of the metadata is what was stored, whatever the session's settings.
create function metadata_word(metadata bytea, word text) returns text
    language sql immutable strict parallel safe
    return convert_from(metadata, 'UTF8')::jsonb ->> word;
create index events_of_type on events (type, position);
create index events_of_user on events (metadata_word(metadata, 'user'), position);
create index events_of_correlation on events (metadata_word(metadata, 'correlation'), position);

-- network
create table view_network (
    network     text primary key,
    close_group text not null,
    name        text not null,
    accounts    text not null,
    position    bigint not null
);
create table view_area (
    area     text primary key,
    network  text not null,
    name     text not null,
    position bigint not null
);
create index on view_area (network);
create table view_tolerance (
    area           text not null,
    effective_from text not null,
    day_percent    numeric not null,
    month_percent  numeric not null,
    floor_kwh      numeric(24, 6) not null,
    position       bigint not null,
    primary key (area, effective_from)
);
create table view_point (
    point             text primary key,
    area              text not null,
    name              text not null,
    role              text not null,
    zone              text not null,
    starts_at         time not null,
    measuring_interval text not null,
    in_force_from     date not null,
    version           int not null,
    placed            boolean not null,
    sequence          bigint not null,
    position          bigint not null
);
create index on view_point (area);

-- contract
create table view_shipper (
    shipper  text primary key,
    name     text not null,
    position bigint not null
);
create table view_contract (
    contract text primary key,
    shipper  text not null,
    area     text not null,
    sequence bigint not null,
    position bigint not null
);
create index on view_contract (area);
create index on view_contract (shipper);
create table view_contract_terms (
    contract       text not null,
    version        int not null,
    effective_from text not null,
    series         text not null,
    rule           text not null,
    lookback_days  int not null,
    currency       text not null,
    by_person      text not null,
    at             timestamptz not null,
    position       bigint not null,
    primary key (contract, version)
);
create table view_contract_share (
    contract  text not null,
    version   int not null,
    ordinal   int not null,
    point     text not null,
    direction text not null,
    share     numeric(9, 8) not null,
    primary key (contract, version, ordinal)
);

-- metering: the records themselves are read from the events view_delivery points to
create table view_meter_month (
    point            text not null,
    period           text not null,
    state            text not null,
    expected         int not null,
    recorded         int not null,
    receipt_kwh      numeric(24, 6) not null,
    delivery_kwh     numeric(24, 6) not null,
    close_id         text,
    attempt          int not null,
    through_sequence bigint not null,
    content_hash     text,
    sequence         bigint not null,
    position         bigint not null,
    primary key (period, point)
);
create table view_day_total (
    point        text not null,
    day          date not null,
    expected     int not null,
    recorded     int not null,
    versions     int not null,
    receipt_kwh  numeric(24, 6) not null,
    delivery_kwh numeric(24, 6) not null,
    position     bigint not null,
    primary key (point, day)
);
create table view_delivery (
    point    text not null,
    day      date not null,
    position bigint not null,
    kind     text not null,
    records  int not null,
    primary key (point, day, position)
);
create index view_delivery_late on view_delivery (point, day) where kind in ('LATE_FROZEN', 'LATE_CLOSED');
create table view_rejected_reading (
    point       text not null,
    period      text not null,
    dead_letter text not null,
    start       timestamptz,
    open        boolean not null,
    position    bigint not null,
    primary key (period, point, dead_letter)
);
create index view_rejected_reading_open on view_rejected_reading (period, point) where open;

-- balance
create table view_balance (
    area              text not null,
    period            text not null,
    close_id          text not null,
    attempt           int not null,
    standing          text not null,
    day_percent       numeric not null,
    month_percent     numeric not null,
    floor_kwh         numeric(24, 6) not null,
    tolerance_from    text not null,
    receipts          numeric(24, 6),
    deliveries        numeric(24, 6),
    storage_change    numeric(24, 6),
    unaccounted       numeric(24, 6),
    tolerance         numeric(24, 6),
    month_unexplained boolean not null,
    accepted_at       timestamptz,
    content_hash      text,
    position          bigint not null,
    primary key (area, period)
);
create index on view_balance (close_id);
create table view_balance_day (
    area           text not null,
    day            date not null,
    receipts       numeric(24, 6) not null,
    deliveries     numeric(24, 6) not null,
    storage_change numeric(24, 6) not null,
    unaccounted    numeric(24, 6) not null,
    tolerance      numeric(24, 6) not null,
    unexplained    boolean not null,
    position       bigint not null,
    primary key (area, day)
);
create table view_balance_input (
    area             text not null,
    period           text not null,
    point            text not null,
    role             text not null,
    records          int not null,
    through_sequence bigint not null,
    content_hash     text,
    first_day        date,
    receipt_kwh      numeric[] not null,
    delivery_kwh     numeric[] not null,
    position         bigint not null,
    primary key (area, period, point)
);
create table view_explanation (
    area        text not null,
    period      text not null,
    position    bigint not null,
    day         date,
    unaccounted numeric(24, 6) not null,
    cause       text not null,
    text        text not null,
    by_person   text not null,
    at          timestamptz not null,
    primary key (area, period, position)
);

-- allocation
create table view_allocation_run (
    run            text primary key,
    point          text not null,
    period         text not null,
    attempt        int not null,
    close_id       text not null,
    area           text not null,
    state          text not null,
    input_sequence bigint not null,
    input_hash     text,
    first_day      date,
    receipt_kwh    numeric[] not null,
    delivery_kwh   numeric[] not null,
    content_hash   text,
    failure        text,
    successor      text,
    started_at     timestamptz not null,
    completed_at   timestamptz,
    position       bigint not null
);
create index on view_allocation_run (close_id, attempt);
create index on view_allocation_run (point, period);
create table view_allocation_share (
    run             text not null,
    contract        text not null,
    version         int not null,
    shipper         text not null,
    receipt_share   numeric(9, 8),
    delivery_share  numeric(9, 8),
    first_day       date,
    receipt_kwh     numeric[] not null,
    delivery_kwh    numeric[] not null,
    allocation_hash text,
    position        bigint not null,
    primary key (run, contract)
);

-- statement
create table view_statement (
    shipper          text not null,
    period           text not null,
    close_id         text not null,
    attempt          int not null,
    state            text not null,
    lines            int not null,
    receipts         numeric(24, 6),
    receipts_mmbtu   numeric(24, 6),
    purchases        numeric(20, 2),
    deliveries       numeric(24, 6),
    deliveries_mmbtu numeric(24, 6),
    sales            numeric(20, 2),
    currency         text,
    allocations_hash text,
    content_hash     text,
    versions         text[] not null,
    missing_series   text,
    missing_days     text[] not null,
    missing_count    int not null,
    document         text,
    prepared_at      timestamptz,
    position         bigint not null,
    primary key (shipper, period)
);
create index on view_statement (close_id);
create table view_statement_line (
    shipper       text not null,
    period        text not null,
    contract      text not null,
    point         text not null,
    direction     text not null,
    day           date not null,
    kwh           numeric(24, 6) not null,
    mmbtu         numeric(24, 6) not null,
    price         numeric(18, 6) not null,
    currency      text not null,
    price_day     date not null,
    rule          text,
    amount        numeric(20, 2) not null,
    run           text not null,
    series        text not null,
    price_version int not null,
    position      bigint not null,
    primary key (shipper, period, contract, point, direction, day)
);

-- journal
create table view_journal (
    journal          text primary key,
    close_id         text not null,
    attempt          int not null,
    state            text not null,
    debits           numeric(20, 2),
    credits          numeric(20, 2),
    currency         text,
    accounts_version int not null,
    content_hash     text,
    pack_hash        text,
    document_number  text,
    acknowledgement  text,
    failure          text,
    prepared_at      timestamptz,
    posted_at        timestamptz,
    opened_position  bigint not null,
    position         bigint not null
);
create index on view_journal (close_id);
create index on view_journal (opened_position);
create table view_journal_line (
    journal        text not null,
    line           int not null,
    use            text not null,
    account_number text not null,
    account_name   text not null,
    shipper        text not null,
    direction      text not null,
    kwh            numeric(24, 6) not null,
    debit          numeric(20, 2) not null,
    credit         numeric(20, 2) not null,
    currency       text not null,
    position       bigint not null,
    primary key (journal, line)
);
create table view_account (
    accounts  text not null,
    version   int not null,
    use       text not null,
    number    text not null,
    name      text not null,
    by_person text not null,
    at        timestamptz not null,
    position  bigint not null,
    primary key (accounts, version, use)
);

-- price
create table view_series (
    series   text primary key,
    name     text not null,
    currency text not null,
    position bigint not null
);
create table view_price (
    series      text not null,
    day         date not null,
    version     int not null,
    price       numeric(18, 6),
    currency    text,
    status      text not null,
    line        int not null,
    raw         text not null,
    import_id   text not null,
    file_hash   text not null,
    file_name   text not null,
    by_person   text not null,
    recorded_at timestamptz not null,
    position    bigint not null,
    primary key (series, day, version)
);

-- adjustment
create table view_adjustment (
    adjustment text primary key,
    close_id   text not null,
    point      text not null,
    day        date not null,
    old_kwh    numeric(24, 6) not null,
    new_kwh    numeric(24, 6) not null,
    difference numeric(24, 6) not null,
    import_id  text not null,
    file_hash  text not null,
    file_name  text not null,
    raised_at  timestamptz not null,
    position   bigint not null
);
create index on view_adjustment (import_id, day, point);
create index on view_adjustment (close_id, day, point);

-- dead letters and imports
create table view_dead_letter (
    dead_letter          text primary key,
    status               text not null,
    import_id            text not null,
    file_hash            text not null,
    file_name            text not null,
    line                 int not null,
    category             text not null,
    reason               text not null,
    raw                  text not null,
    month                text,
    period               text,
    start                timestamptz,
    by_person            text not null,
    received_at          timestamptz not null,
    settled_by           text,
    settled_at           timestamptz,
    settled_reason       text,
    replacement_import   text,
    replacement_hash     text,
    replacement_name     text,
    received_position    bigint not null,
    sequence             bigint not null,
    position             bigint not null
);
create index on view_dead_letter (received_position);
create index on view_dead_letter (status, received_position);
create index on view_dead_letter (import_id, received_position);
create index on view_dead_letter (period, status);
create index on view_dead_letter (month, received_position);
create table view_import (
    import_id        text primary key,
    file_hash        text not null,
    file_name        text not null,
    profile          text not null,
    bytes            bigint not null,
    by_person        text not null,
    started_at       timestamptz not null,
    finished_at      timestamptz,
    rows             int,
    accepted         int,
    unchanged        int,
    corrected        int,
    late             int,
    duplicate        int,
    absent           int,
    rejected         int,
    started_position bigint not null,
    position         bigint not null
);
create index on view_import (started_position);

-- close
create table view_calendar (
    close_group       text primary key,
    network           text not null,
    first_period      text not null,
    zone              text not null,
    opening_storage   numeric(24, 6) not null,
    opening_imbalance numeric(24, 6) not null,
    demo              boolean not null,
    position          bigint not null
);
create table view_period (
    close_group text not null,
    period      text not null,
    zone        text not null,
    opened_at   timestamptz not null,
    opened_by   text not null,
    due_from    timestamptz not null,
    locked_at   timestamptz,
    locked_by   text,
    lock_hash   text,
    chain_hash  text,
    position    bigint not null,
    primary key (close_group, period)
);
create table view_close (
    close_id        text primary key,
    network         text not null,
    revision        int not null,
    attempt         int not null,
    demo            boolean not null,
    due_from        timestamptz not null,
    opened_at       timestamptz not null,
    opened_by       text not null,
    cutoff_at       timestamptz,
    cutoff_by       text,
    areas           int not null,
    statements      int not null,
    frozen_at       timestamptz,
    balanced_at     timestamptz,
    valued_at       timestamptz,
    journal_at      timestamptz,
    pack_hash       text,
    pack_ready_at   timestamptz,
    contributors    text[] not null,
    rejected_at     timestamptz,
    approved_at     timestamptz,
    posted_at       timestamptz,
    document_number text,
    published_at    timestamptz,
    lock_by         text,
    locked_at       timestamptz,
    chain_hash      text,
    sequence        bigint not null,
    position        bigint not null
);
create table view_close_blocker (
    close_id text not null,
    step     text not null,
    subject  text not null,
    attempt  int not null,
    sentence text not null,
    position bigint not null,
    primary key (close_id, step, subject)
);
create table view_close_approval (
    close_id  text not null,
    position  bigint not null,
    level     int not null,
    attempt   int not null,
    pack_hash text not null,
    by_person text not null,
    at        timestamptz not null,
    voided    boolean not null,
    primary key (close_id, position)
);
create table view_close_rejection (
    close_id  text not null,
    position  bigint not null,
    attempt   int not null,
    pack_hash text not null,
    reason    text not null,
    by_person text not null,
    at        timestamptz not null,
    primary key (close_id, position)
);
create table view_close_invalidation (
    close_id         text not null,
    position         bigint not null,
    attempt          int not null,
    reason           text not null,
    thawed           text[] not null,
    approvals_voided int not null,
    by_person        text,
    at               timestamptz not null,
    primary key (close_id, position)
);
create table view_close_late (
    close_id   text not null,
    position   bigint not null,
    point      text not null,
    source     text not null,
    noted_at   timestamptz not null,
    decision   text,
    reason     text,
    by_person  text,
    decided_at timestamptz,
    primary key (close_id, position)
);
create table view_document (
    close_id     text not null,
    name         text not null,
    kind         text not null,
    subject      text not null,
    media_type   text not null,
    bytes        bigint not null,
    sha256       text not null,
    log_position bigint not null,
    issued_at    timestamptz not null,
    position     bigint not null,
    primary key (close_id, name)
);

-- How far each projection has come, written with its rows. It tells where the rows come from and is none of them.
create table projection_progress (
    projection text primary key,
    position   bigint not null
);
