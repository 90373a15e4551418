-- How a contract's imbalances are settled, null where its terms say nothing of it (ADR 23).
alter table view_contract_terms
    add column settlement text,
    add column cash_out_table text,
    add column imbalance_series text;

-- Every version of a table of tiers: a row per side and band, up_to null for no end.
create table view_cash_out_tier (
    cash_out_table text not null,
    version        int not null,
    side           text not null,
    ordinal        int not null,
    above          numeric(8, 4) not null,
    up_to          numeric(8, 4),
    factor         numeric(5, 4) not null,
    by_person      text not null,
    at             timestamptz not null,
    position       bigint not null,
    primary key (cash_out_table, version, side, ordinal)
);

-- Sums of a statement's cash-outs by who owes, null where none was.
alter table view_statement
    add column due_shipper numeric(24, 6),
    add column cash_out_payable numeric(20, 2),
    add column due_pipeline numeric(24, 6),
    add column cash_out_receivable numeric(20, 2);

-- A statement's cash-outs: a row per contract, point, direction and band of the month's imbalance.
create table view_cash_out (
    shipper             text not null,
    period              text not null,
    contract            text not null,
    point               text not null,
    direction           text not null,
    ordinal             int not null,
    allocated           numeric(24, 6) not null,
    scheduled           numeric(24, 6) not null,
    percent             numeric,
    side                text not null,
    above               numeric(8, 4) not null,
    up_to               numeric(8, 4),
    factor              numeric(5, 4) not null,
    kwh                 numeric(24, 6) not null,
    mmbtu               numeric(24, 6) not null,
    amount              numeric(20, 2) not null,
    price               numeric(18, 6) not null,
    currency            text not null,
    run                 text not null,
    nominations_version int not null,
    cash_out_table      text not null,
    table_version       int not null,
    series              text not null,
    price_version       int not null,
    position            bigint not null,
    primary key (shipper, period, contract, point, direction, ordinal)
);
create index on view_cash_out (point, period);
