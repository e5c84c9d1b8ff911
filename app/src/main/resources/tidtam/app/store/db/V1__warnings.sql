-- Days are ISO dates, moments milliseconds since 1970 in UTC.

create table run (
    id integer primary key,
    code text not null,
    as_of text not null,
    at integer not null
);

-- The divisions of an agency of which an error was found, a line each, in a run whose mails were not held.
create table flagged (
    run integer not null references run (id),
    agency text not null,
    divisions text not null,
    primary key (agency, run)
);

create table message (
    id text primary key,
    digest text not null,
    number integer not null,
    run integer not null references run (id),
    label text not null,
    subject text not null,
    mime blob not null,
    unique (digest, number)
);

-- One mailbox of a message. SENDING is written just before the message's content leaves: who finds it at start does not know whether it arrived.
create table delivery (
    message text not null references message (id),
    address text not null,
    state text not null check (state in ('PENDING', 'SENDING', 'SENT', 'FAILED', 'UNCERTAIN')),
    attempts integer not null default 0,
    due integer not null,
    reply text not null default '',
    changed integer not null,
    primary key (message, address)
);

create index delivery_open on delivery (due) where state in ('PENDING', 'UNCERTAIN');

-- Every decision, also not to send.
create table decision (
    run integer not null references run (id),
    digest text not null,
    label text not null,
    recipients text not null,
    reason text not null,
    held text,
    message text references message (id),
    primary key (run, digest)
);

-- What a digest's recipients were told, and what was found settled since. Only added to: a mail that failed takes back what it told.
create table told (
    digest text not null,
    message text references message (id),
    as_of text not null,
    fingerprint text not null,
    plan text not null,
    step integer,
    severity text not null,
    periods integer not null,
    open integer not null
);

create index told_digest on told (digest);

-- The calendar last sent of a division, by which the next one moves and cancels its events.
create table calendar (
    digest text not null,
    division text not null,
    plan text not null,
    file blob not null,
    primary key (digest, division, plan)
);
