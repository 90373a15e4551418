-- What is material in a close group and how soon lateness is told further up; the second approver of a large reopening (ADR 26).
create table view_close_terms (
    close_group     text not null,
    effective_from  text not null,
    reopen_from     numeric not null,
    chief_from      numeric not null,
    currency        text not null,
    lead_minutes    int not null,
    manager_minutes int not null,
    set_by          text not null,
    position        bigint not null,
    primary key (close_group, effective_from)
);
alter table view_reopening
    add column chief    boolean not null default false,
    add column chief_by text;
