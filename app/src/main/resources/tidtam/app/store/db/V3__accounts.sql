-- Who may sign in at the desk. A list of divisions holds a line for each; a head sees what concerns one of them.
create table account (
    id integer primary key,
    name text not null,
    folded text not null unique,
    role text not null check (role in ('AUDITOR', 'HEAD', 'CLERK', 'VIEWER')),
    divisions text not null,
    password text,
    disabled integer not null default 0
);

-- A link that sets a password once, by the digest of its token. One that belongs to no account makes the first.
create table invitation (
    digest text primary key,
    account integer references account (id),
    expires integer not null
);

-- Which mails told of a finding.
create index told_fingerprint on told (fingerprint);
