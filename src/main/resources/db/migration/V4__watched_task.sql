-- The clocks of every open task of an incident. A row lives as long as its task; what happened stays in the timeline.
create table watched_task (
    task_id       varchar(64) not null primary key,
    incident_code varchar(20) not null,
    claim_by      timestamp(3) with time zone not null,
    warn_at       timestamp(3) with time zone,
    finish_by     timestamp(3) with time zone not null,
    held_until    timestamp(3) with time zone,
    -- The instance of stalled-work over this task, once its first clock has run out.
    ladder        varchar(64)
);

create index watched_task_by_incident on watched_task (incident_code);
