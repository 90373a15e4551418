-- Estimates of missing readings (ADR 25): what was said, and each interval it was said of.
create table view_estimate (
    point             text not null,
    period            text not null,
    number            int not null,
    method            text not null,
    state             text not null,
    intervals         int not null,
    remaining         int not null,
    kwh               numeric(24, 6) not null,
    inputs            int not null,
    inputs_kwh        numeric(24, 6) not null,
    alone_kwh         numeric(24, 6) not null,
    limit_kwh         numeric(24, 6) not null,
    reason            text not null,
    by_person         text not null,
    at                timestamptz not null,
    decided_by        text,
    decided_at        timestamptz,
    withdrawn_because text,
    position          bigint not null,
    primary key (period, point, number)
);
create index view_estimate_waiting on view_estimate (period, point) where state = 'WAITING';

create table view_estimated_interval (
    point      text not null,
    period     text not null,
    number     int not null,
    day        date not null,
    start      timestamptz not null,
    version    int not null,
    kwh        numeric(24, 6) not null,
    state      text not null,
    actual_kwh numeric(24, 6),
    position   bigint not null,
    primary key (period, point, number, start)
);
create index on view_estimated_interval (point, day);
