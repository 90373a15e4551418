-- What people say of the lines and tasks of a close, and the files that prove it (ADR 22).
create table view_note (
    close_id    text not null,
    note        int not null,
    subject     text not null,
    kind        text not null,
    state       text not null,
    words       text not null,
    assignee    text,
    by_person   text not null,
    at          timestamptz not null,
    resolved_by text,
    resolved_at timestamptz,
    closed_by   text,
    closed_at   timestamptz,
    from_close  text,
    from_note   int,
    to_close    text,
    to_note     int,
    position    bigint not null,
    primary key (close_id, note)
);
create index on view_note (assignee, state);
create index on view_note (by_person, state);

create table view_note_word (
    position  bigint primary key,
    close_id  text not null,
    note      int not null,
    deed      text not null,
    words     text,
    assignee  text,
    by_person text not null,
    at        timestamptz not null
);
create index on view_note_word (close_id, note);

-- whose right it was when it was lent
alter table view_close_approval add column on_behalf_of text;

create table view_evidence (
    close_id      text not null,
    evidence      int not null,
    subject       text not null,
    sha256        text not null,
    name          text not null,
    bytes         bigint not null,
    media_type    text not null,
    by_person     text not null,
    at            timestamptz not null,
    withdrawn_by  text,
    withdrawn_at  timestamptz,
    reason        text,
    position      bigint not null,
    primary key (close_id, evidence)
);
