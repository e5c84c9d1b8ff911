-- Every run and every decision. A record's hash covers the record and the hash before it; none is ever changed or deleted.
create table record (
    number integer primary key,
    kind text not null,
    at integer not null,
    who text not null,
    content text not null,
    hash text not null
) strict;

-- What decisions are about.
create index record_finding on record (json_extract(content, '$.fingerprint')) where kind <> 'RUN';

-- Workbooks, settings and rules as they were read, once each.
create table kept (
    sha256 text primary key,
    bytes blob not null
);

-- A plan in a run. The run's record holds the digest of this row and of its sightings.
create table run_plan (
    run integer not null references record (number),
    plan text not null,
    as_of text not null,
    agency text not null,
    round text not null,
    before integer references record (number),
    errors integer not null,
    warnings integer not null,
    infos integer not null,
    waived integer not null,
    fresh integer not null,
    worsened integer not null,
    reopened integer not null,
    resolved integer not null,
    absent integer not null,
    primary key (run, plan)
);

create index run_plan_latest on run_plan (plan, as_of, run);

-- What findings say, once each.
create table sentence (
    id integer primary key,
    thai text not null,
    english text not null,
    unique (thai, english)
);

-- A finding in a run, and one that is settled or absent. Lists hold a line for each member.
create table sighting (
    run integer not null,
    plan text not null,
    ordinal integer not null,
    fingerprint text not null,
    state text not null check (state in ('NEW', 'UNCHANGED', 'WORSENED', 'REOPENED', 'RESOLVED', 'ABSENT')),
    since text not null,
    rule text not null,
    severity text not null,
    periods integer not null,
    measures text not null,
    label text not null,
    divisions text not null,
    cell text,
    due text,
    days_overdue integer,
    sentence integer not null references sentence (id),
    waived integer not null,
    primary key (run, plan, ordinal),
    foreign key (run, plan) references run_plan (run, plan)
) without rowid;

create index sighting_life on sighting (fingerprint, run);
create index sighting_settled on sighting (plan, fingerprint) where state = 'RESOLVED';

-- Who heads a division, as a run's workbooks say it: who is responsible for what is found there.
create table head (
    run integer not null,
    plan text not null,
    division text not null,
    name text not null,
    email text not null,
    primary key (run, plan, division),
    foreign key (run, plan) references run_plan (run, plan)
) without rowid;
