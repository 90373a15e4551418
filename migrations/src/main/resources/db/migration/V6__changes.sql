-- Changes of configuration and what became of them; what books begin with in kind; holidays of a calendar, and those a close counts its due dates by.
create table view_change (
    change       text primary key,
    state        text not null,
    content      text not null,
    sheets       text[] not null,
    counts       int[] not null,
    reason       text not null,
    proposed_by  text not null,
    proposed_at  timestamptz not null,
    decided_by   text,
    decided_at   timestamptz,
    decision     text,
    taken        int not null,
    refused      int not null,
    proposed_position bigint not null,
    sequence     bigint not null,
    position     bigint not null
);
create index view_change_state on view_change (state, proposed_position);

create table view_change_refusal (
    change   text not null,
    line     int not null,
    sheet    text not null,
    what     text not null,
    sentence text not null,
    primary key (change, line)
);

create table view_holiday (
    close_group text not null,
    day         date not null,
    name        text not null,
    position    bigint not null,
    primary key (close_group, day)
);

create table view_open_imbalance (
    close_group text not null,
    contract    text not null,
    point       text not null,
    energy      numeric not null,
    position    bigint not null,
    primary key (close_group, contract, point)
);

alter table view_close add column holidays date[] not null default '{}';
