-- How notices reach people and programs outside the desk, each attempt on record.
create table delivery_preferences (
  account_id text primary key references identity."user" ("id") on delete cascade,
  profile text not null references profiles (id),
  email boolean not null default true,
  -- Hours in which nothing is sent, as HH:MM in Vietnamese time; both or none.
  quiet_from text,
  quiet_to text,
  -- Hours of the day at which collected notices go out in one letter; none: each goes at once.
  digest_hours integer[] not null default '{}',
  check ((quiet_from is null) = (quiet_to is null))
);

create table webhooks (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  url text not null,
  secret text not null,
  -- Kinds of notices that are sent; none named: all.
  kinds text[] not null default '{}',
  enabled boolean not null default true,
  created_by text not null,
  created_at timestamptz not null default now(),
  removed_at timestamptz
);

-- A receiver knows one secret for its address.
create unique index webhooks_one_url on webhooks (url) where removed_at is null;

create table deliveries (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  channel text not null check (channel in ('email', 'webhook')),
  recipient_id text,
  webhook_id bigint references webhooks (id),
  -- The same notice to the same webhook is sent once, however many people were told.
  dedupe_key text,
  message_id text not null unique,
  digest boolean not null default false,
  state text not null default 'waiting'
    check (state in ('waiting', 'sending', 'delivered', 'failed', 'uncertain', 'settled')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  leased_until timestamptz,
  detail text,
  decided_by text,
  created_at timestamptz not null,
  finished_at timestamptz,
  unique (webhook_id, dedupe_key),
  check ((channel = 'email') = (recipient_id is not null)),
  check ((channel = 'webhook') = (webhook_id is not null))
);
create index deliveries_due on deliveries (next_attempt_at) where state = 'waiting';
create index deliveries_leased on deliveries (leased_until) where state = 'sending';
create index deliveries_by_profile on deliveries (profile, id desc);
create unique index deliveries_one_digest on deliveries (recipient_id) where state = 'waiting' and digest and attempts = 0;

create table delivery_notices (
  delivery_id bigint not null references deliveries (id),
  notice_id bigint not null references notices (id),
  primary key (delivery_id, notice_id)
);

create table delivery_attempts (
  delivery_id bigint not null references deliveries (id),
  number integer not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  status text check (status in ('delivered', 'failed', 'uncertain', 'cut-off')),
  kind text,
  detail text,
  primary key (delivery_id, number)
);

alter table notices add column planned_at timestamptz;
-- What was written before letters existed stays where it is read: in the desk.
update notices set planned_at = created_at;
create index notices_unplanned on notices (id) where planned_at is null;
