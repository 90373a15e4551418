-- Steps of a close that a rule certified, of the attempt that runs.
create table view_close_certified (
    close_id     text not null,
    step         text not null,
    attempt      int not null,
    rule         text not null,
    version      int not null,
    items        int not null,
    certified_at timestamptz not null,
    position     bigint not null,
    primary key (close_id, step)
);
