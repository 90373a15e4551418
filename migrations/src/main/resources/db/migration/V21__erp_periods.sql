-- What the ERP said of its periods, each change of mind a row.
create table view_erp_period (
    position    bigint primary key,
    close_group text not null,
    period      text not null,
    state       text not null,
    import_id   text not null,
    file_hash   text not null,
    file_name   text not null,
    line        int not null,
    by_person   text not null,
    told_at     timestamptz not null
);
create index on view_erp_period (close_group, period, position);
