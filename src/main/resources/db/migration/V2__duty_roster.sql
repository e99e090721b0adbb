-- Who of which office is on duty when. What has been stays: duty that has begun is ended early, never deleted.
create table duty_roster (
    id         bigint generated always as identity primary key,
    office     varchar(64) not null,
    person     varchar(64) not null,
    starts_at  timestamp(3) with time zone not null,
    ends_at    timestamp(3) with time zone not null,
    entered_by varchar(64) not null,
    entered_at timestamp(3) with time zone not null,
    constraint duty_roster_ends_after_start check (ends_at > starts_at)
);

create index duty_roster_ends_at on duty_roster (ends_at, starts_at);
