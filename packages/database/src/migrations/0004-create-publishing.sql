-- Notices to people, briefings, and the trail of reading and administering.
create table notices (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  recipient_id text not null,
  kind text not null,
  title text not null,
  body text not null,
  link text,
  dedupe_key text not null,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  unique (profile, recipient_id, dedupe_key)
);
create index notices_unread on notices (recipient_id, created_at desc) where read_at is null;

create table briefings (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  period_from timestamptz not null,
  period_to timestamptz not null,
  label text not null,
  edition integer not null default 1,
  state text not null default 'draft' check (state in ('draft', 'issued')),
  content jsonb not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  issued_by text,
  issued_at timestamptz,
  event_root text,
  unique (profile, label, edition)
);

create table briefing_files (
  briefing_id bigint not null references briefings (id),
  profile text not null references profiles (id),
  format text not null,
  sha256 text not null,
  bytes integer not null,
  primary key (briefing_id, format)
);

create table audit_entries (
  id bigint generated always as identity primary key,
  profile text,
  at timestamptz not null default now(),
  actor_id text not null,
  actor_role text not null,
  action text not null,
  object_kind text not null,
  object_id text,
  detail jsonb not null default '{}'
);
create index audit_by_time on audit_entries (profile, at desc);

create table settings (
  key text primary key,
  value jsonb not null,
  updated_at timestamptz not null default now()
);

-- One row per host: the turn that all workers on all machines take, one at a time.
create table host_turns (
  host text primary key,
  holder text,
  held_until timestamptz,
  next_start_at timestamptz not null default now()
);
