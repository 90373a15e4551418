-- How a share is found, null for percentage, as every share before was (ADR 14).
alter table view_contract_share
    add column method text,
    add column rank int,
    add column balancing boolean,
    add column may_be_negative boolean,
    add column band_low numeric(6, 5),
    add column band_high numeric(6, 5);

-- What a run was given beside shares: its methods, and day by day of the month what was nominated and what the operator said.
alter table view_allocation_share
    add column receipt_method text,
    add column delivery_method text,
    add column nominations_version int,
    add column receipt_nominated numeric[],
    add column delivery_nominated numeric[],
    add column receipt_operator numeric[],
    add column delivery_operator numeric[];

-- What stands of nominations and operator's values: a day per contract, point and kind.
create table view_nomination (
    contract     text not null,
    point        text not null,
    period       text not null,
    day          date not null,
    kind         text not null,
    receipt_kwh  numeric(24, 6),
    delivery_kwh numeric(24, 6),
    version      int not null,
    import_id    text not null,
    file_hash    text not null,
    file_name    text not null,
    by_person    text not null,
    recorded_at  timestamptz not null,
    position     bigint not null,
    primary key (contract, point, day, kind)
);
create index on view_nomination (point, period);
