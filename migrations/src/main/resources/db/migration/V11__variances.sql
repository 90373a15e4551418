-- Reviews of variances: a contract's month beside what it is compared with, and what is said of what differs (ADR 18).
create table view_variance_review (
    contract     text not null,
    period       text not null,
    close_id     text,
    attempt      int not null,
    area         text,
    shipper      text,
    figures_at   timestamptz,
    reviewed_at  timestamptz,
    closed_at    timestamptz,
    content_hash text,
    sequence     bigint not null,
    position     bigint not null,
    primary key (contract, period)
);
create index on view_variance_review (close_id);

-- A line's amounts: this month's, and those of each base as that base's whole month was; a nomination has no money.
create table view_variance_figure (
    contract         text not null,
    period           text not null,
    basis            text not null,
    point            text not null,
    direction        text not null,
    energy_kwh       numeric(24, 6) not null,
    money            numeric(24, 2),
    currency         text,
    heating_value    numeric(12, 6),
    through_sequence bigint,
    position         bigint not null,
    primary key (contract, period, basis, point, direction)
);

-- The heating values a month was measured with.
create table view_variance_heat (
    contract      text not null,
    period        text not null,
    point         text not null,
    heating_value numeric(12, 6) not null,
    by_person     text not null,
    position      bigint not null,
    primary key (contract, period, point)
);

-- The limits an attempt was measured by.
create table view_variance_limit (
    contract       text not null,
    period         text not null,
    scope          text not null,
    effective_from text not null,
    money          numeric,
    percent        numeric,
    both_limits    boolean not null,
    position       bigint not null,
    primary key (contract, period, scope)
);

-- What was set, by scope and from when on.
create table view_variance_threshold (
    close_group    text not null,
    scope          text not null,
    effective_from text not null,
    money          numeric,
    percent        numeric,
    both_limits    boolean not null,
    by_person      text not null,
    position       bigint not null,
    primary key (close_group, scope, effective_from)
);

-- The word on every flagged line.
create table view_variance_word (
    contract         text not null,
    period           text not null,
    point            text not null,
    direction        text not null,
    bases            text[] not null,
    figures_hash     text not null,
    driver           text,
    words            text,
    explained_hash   text,
    explained_by     text,
    explained_at     timestamptz,
    signed_by        text,
    signed_at        timestamptz,
    position         bigint not null,
    primary key (contract, period, point, direction)
);

-- Everything that was ever said or decided of a line, oldest first.
create table view_variance_history (
    position  bigint not null,
    contract  text not null,
    period    text not null,
    point     text not null,
    direction text not null,
    deed      text not null,
    driver    text,
    words     text,
    by_person text,
    at        timestamptz not null,
    primary key (position, point, direction)
);
create index on view_variance_history (contract, period, point, direction);

-- When every contract's variances were reviewed; null for a close that was ready before there were reviews.
alter table view_close add column reviewed_at timestamptz;
