-- What people were told, and what of it has left by mail, SMS or webhook. One script for H2 2.3 and PostgreSQL 14 to 17.

-- One row per recipient; a notice to several has the same id in each. This is what the application shows.
create table notice (
    id             varchar(36)  not null,
    recipient_kind varchar(10)  not null,
    recipient      varchar(64)  not null,
    at             timestamp(3) with time zone not null,
    event          varchar(40)  not null,
    code           varchar(20),
    drill          boolean      not null,
    subject        varchar(200) not null,
    text           text         not null,
    path           varchar(500),
    primary key (id, recipient_kind, recipient),
    constraint notice_recipient_known check (recipient_kind in ('office', 'person'))
);

create index notice_by_recipient on notice (recipient, recipient_kind, at);

-- One row per message that leaves the application. Its id is the business key of an instance of send-notification.
create table outgoing_message (
    id             varchar(36)  not null primary key,
    channel        varchar(10)  not null,
    notice_id      varchar(36),
    recipient_kind varchar(10),
    recipient      varchar(64),
    on_duty        boolean      not null,
    -- Only of a webhook: fixed when announced, so that every attempt sends the same bytes.
    body           text,
    created_at     timestamp(3) with time zone not null,
    -- When it was handed over, or nobody was left to hand it to.
    sent_at        timestamp(3) with time zone,
    constraint outgoing_message_notice foreign key (notice_id, recipient_kind, recipient)
        references notice (id, recipient_kind, recipient),
    constraint outgoing_message_content check (
        (channel in ('mail', 'sms') and notice_id is not null and recipient_kind is not null and recipient is not null)
        or (channel = 'webhook' and body is not null))
);

create index outgoing_message_by_notice on outgoing_message (notice_id, recipient_kind, recipient);

-- How a person wants to be told; no row means: everything by mail, no SMS.
create table told_person (
    id      varchar(64)  not null primary key,
    -- Events of which no mail is wanted, separated by commas.
    muted   varchar(400) not null,
    phone   varchar(20),
    seen_at timestamp(3) with time zone
);
