-- Profiles, outlets, sources, and what collecting them brought.
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gin;

create table profiles (
  id text primary key check (id ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
  name text not null,
  content jsonb not null,
  content_hash text not null,
  loaded_at timestamptz not null default now()
);

create table agencies (
  profile text not null references profiles (id),
  id text not null,
  name text not null,
  in_force boolean not null default true,
  primary key (profile, id)
);

create table outlets (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  name text not null,
  country text not null,
  language text not null,
  home_url text,
  official boolean not null default false,
  created_at timestamptz not null default now(),
  unique (profile, name)
);

create table sources (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  outlet_id bigint not null references outlets (id),
  kind text not null,
  url text not null,
  language text not null,
  country text not null,
  priority smallint not null default 5 check (priority between 1 and 9),
  enabled boolean not null default true,
  verified boolean not null default false,
  settings jsonb not null default '{}',
  interval_seconds integer not null default 900 check (interval_seconds > 0),
  next_check_at timestamptz not null default now(),
  last_checked_at timestamptz,
  last_success_at timestamptz,
  last_new_item_at timestamptz,
  consecutive_failures integer not null default 0,
  etag text,
  last_modified text,
  body_hash text,
  alarm text,
  alarm_since timestamptz,
  created_at timestamptz not null default now(),
  unique (profile, url)
);
create index sources_due on sources (next_check_at) where enabled;

create table articles (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  outlet_id bigint not null references outlets (id),
  source_id bigint references sources (id),
  url text not null,
  canonical_url text not null,
  origin text not null check (origin in ('domestic', 'foreign')),
  state text not null default 'discovered' check (state in ('discovered', 'fetched', 'gone', 'quarantined')),
  listed_title text not null default '',
  listed_summary text not null default '',
  listed_published_at text,
  syndicated_from bigint references articles (id),
  current_version_id bigint,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  last_failure text,
  first_seen_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (profile, canonical_url)
);
create index articles_waiting on articles (next_attempt_at) where state = 'discovered';
create index articles_by_outlet on articles (outlet_id, first_seen_at desc);

create table fetches (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  source_id bigint references sources (id),
  article_id bigint references articles (id),
  purpose text not null check (purpose in ('source', 'article', 'recheck', 'intake', 'proof')),
  url text not null,
  final_url text,
  outcome text not null,
  status integer,
  bytes integer,
  duration_ms integer not null,
  detail text,
  snapshot_sha256 text,
  headers jsonb not null default '{}',
  fetched_at timestamptz not null
);
create index fetches_by_source on fetches (source_id, fetched_at desc);
create index fetches_by_article on fetches (article_id, fetched_at desc);

create table article_versions (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  article_id bigint not null references articles (id),
  number integer not null check (number > 0),
  content_hash text not null,
  title text not null,
  body text not null,
  byline text,
  authors text[] not null default '{}',
  published_at timestamptz,
  published_as_printed text,
  modified_at timestamptz,
  language text not null,
  site_name text,
  lead_image text,
  snapshot_sha256 text not null,
  fetch_id bigint references fetches (id),
  extractor_version text not null,
  judged_at timestamptz,
  judge_attempts integer not null default 0,
  judge_failure text,
  quarantined_at timestamptz,
  created_at timestamptz not null default now(),
  unique (article_id, number)
);
create index article_versions_waiting on article_versions (created_at) where judged_at is null and quarantined_at is null;
create index article_versions_same_text on article_versions (profile, content_hash);
alter table articles add foreign key (current_version_id) references article_versions (id);
