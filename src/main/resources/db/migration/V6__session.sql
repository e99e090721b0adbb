-- Who is logged in, where every node finds it. Names and columns are Spring Session's; the rows are worth nothing once they expire.
create table spring_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null,
    -- Milliseconds since 1970; the interval in seconds
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create unique index spring_session_id on spring_session (session_id);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36)     not null references spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);

-- Forms sent once: the same one sent again, to whatever node, finds the incident it has already made.
create table sent_report (
    form_id       char(36)                 not null primary key,
    incident_code varchar(20),
    sent_at       timestamp with time zone not null
);
create index sent_report_at on sent_report (sent_at);
