-- When each named source is looked at next (db-scheduler's own columns, apart from the deadlines': each scheduler forgets
-- tasks it does not know). Can be dropped: the rows come again from the log.
create table source_schedule (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index on source_schedule (execution_time);
create index on source_schedule (last_heartbeat);

-- view-source; a definition is read from the event at defined_position
create table view_source (
    source           text primary key,
    kind             text not null,
    paused           boolean not null,
    paused_reason    text,
    version          int not null,
    by_person        text not null,
    defined_at       timestamptz not null,
    defined_position bigint not null,
    watermark        text,
    asked_at         timestamptz,
    sequence         bigint not null,
    position         bigint not null
);

-- counts stand when the pull has ended
create table view_source_pull (
    pull           text primary key,
    source         text not null,
    started_at     timestamptz not null,
    ended_at       timestamptz,
    objects        int not null,
    rows           int,
    accepted       int,
    unchanged      int,
    corrected      int,
    late           int,
    duplicate      int,
    absent         int,
    rejected       int,
    watermark      text,
    more           boolean not null,
    fault          text,
    sentence       text,
    answer         text,
    first_position bigint not null,
    position       bigint not null
);
create index on view_source_pull (source, first_position);

create table view_source_object (
    pull      text not null,
    number    int not null,
    name      text not null,
    file_hash text not null,
    bytes     bigint not null,
    modified  timestamptz,
    import_id text,
    watermark text,
    taken_at  timestamptz not null,
    rows      int not null,
    accepted  int not null,
    unchanged int not null,
    corrected int not null,
    late      int not null,
    duplicate int not null,
    absent    int not null,
    rejected  int not null,
    position  bigint not null,
    primary key (pull, number)
);
