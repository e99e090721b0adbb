-- The legal record: incidents, their timelines, the offices that work on them. One script for H2 2.3 and
-- PostgreSQL 14 to 17, so only what both understand. It outlives the engine's history and the engine's version.

create table incident (
    code                varchar(20)  not null primary key,
    kind                varchar(40),
    attack_type         varchar(40),
    severity            varchar(20),
    stage               varchar(40),
    status              varchar(10)  not null,
    outcome             varchar(40),
    title               varchar(500) not null,
    description         text         not null,
    channel             varchar(40)  not null,
    source              varchar(200),
    source_reference    varchar(500),
    affected_system     text,
    operated_by_commune boolean      not null,
    owned_by_commune    boolean      not null,
    affected_unit       varchar(64),
    reporter_name       text         not null,
    reporter_contact    text,
    reported_by         varchar(64),
    restricted          boolean      not null,
    drill               boolean      not null,
    duplicate_of        varchar(20),
    facts               text         not null,
    search_text         text         not null,
    reported_at         timestamp(3) with time zone not null,
    detected_at         timestamp(3) with time zone not null,
    acknowledged_at     timestamp(3) with time zone,
    classified_at       timestamp(3) with time zone,
    contained_at        timestamp(3) with time zone,
    recovered_at        timestamp(3) with time zone,
    closed_at           timestamp(3) with time zone,
    process_instance_id varchar(64),
    timeline_length     integer      not null,
    -- Nulls differ from each other in both databases, so this binds only when both are given.
    constraint incident_source_unique unique (source, source_reference),
    constraint incident_status_known check (status in ('open', 'closed')),
    constraint incident_closed_complete check (status = 'open' or (outcome is not null and closed_at is not null))
);

create index incident_reported_at on incident (reported_at);
create index incident_status on incident (status, reported_at);
create index incident_process_instance on incident (process_instance_id);

-- Append-only: written once, numbered 1..n without gaps, never updated, never deleted.
create table timeline_entry (
    incident_code varchar(20)  not null references incident (code),
    sequence      integer      not null,
    at            timestamp(3) with time zone not null,
    kind          varchar(20)  not null,
    actor         varchar(64),
    actor_name    varchar(500) not null,
    office        varchar(64),
    what          text         not null,
    details       text         not null,
    previous_hash varchar(64),
    hash          varchar(64),
    primary key (incident_code, sequence),
    constraint timeline_entry_numbered check (sequence > 0)
);

-- Which offices work on an incident; this decides who may read it.
create table incident_office (
    incident_code varchar(20) not null references incident (code),
    office        varchar(64) not null,
    since         timestamp(3) with time zone not null,
    primary key (incident_code, office)
);

create index incident_office_by_office on incident_office (office, incident_code);

-- When each stage of the main diagram was first entered and last left; left_at is null while it runs.
create table incident_stage (
    incident_code varchar(20) not null references incident (code),
    stage         varchar(40) not null,
    entered_at    timestamp(3) with time zone not null,
    left_at       timestamp(3) with time zone,
    primary key (incident_code, stage)
);

-- The last number given per series and year. All rows exist from the start: taking a number is then one UPDATE,
-- whose row lock makes reports wait for each other and whose rollback gives the number back.
create table incident_number (
    series      varchar(2) not null,
    report_year integer    not null,
    last_number integer    not null,
    primary key (series, report_year)
);

insert into incident_number (series, report_year, last_number)
select s.series, 2000 + h.d * 100 + t.d * 10 + u.d, 0
from (values ('SC'), ('DT')) as s (series)
cross join (values (0), (1)) as h (d)
cross join (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) as t (d)
cross join (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) as u (d);
