-- The jobs done by themselves, one row each, in the form that db-scheduler asks for. Moments are milliseconds since 1970 in UTC.
create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    -- How the job stands, as JSON.
    task_data blob,
    execution_time integer not null,
    picked integer not null,
    picked_by text,
    last_success integer,
    last_failure integer,
    consecutive_failures integer,
    last_heartbeat integer,
    version integer not null,
    -- Of two that are due the higher one goes first.
    priority integer not null,
    primary key (task_name, task_instance)
);
