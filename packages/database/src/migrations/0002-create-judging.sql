-- What the classifier wrote down, and what officials have published against which it is measured.
create table official_records (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  external_id text not null,
  kind text not null check (kind in ('figure', 'statement', 'clarification')),
  text text not null,
  indicator text,
  value double precision,
  unit text,
  period text,
  valid_from date,
  valid_to date,
  document_number text not null,
  source text not null,
  source_url text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_reason text,
  created_at timestamptz not null default now(),
  unique (profile, external_id)
);

create table stories (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  title text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  merged_into bigint references stories (id),
  created_at timestamptz not null default now()
);
create index stories_recent on stories (profile, last_at desc);

create table story_members (
  article_id bigint primary key references articles (id),
  profile text not null references profiles (id),
  story_id bigint not null references stories (id),
  duplicate_of bigint references articles (id),
  score real not null,
  placed_by text not null default 'classifier',
  placed_at timestamptz not null default now()
);
create index story_members_by_story on story_members (story_id);

-- Keys by which candidates of the same story are found without reading every article, and what is compared then.
create table story_features (
  article_id bigint primary key references articles (id),
  profile text not null references profiles (id),
  keys bigint[] not null,
  features jsonb not null,
  seen_at timestamptz not null
);
create index story_features_by_key on story_features using gin (profile, keys);
create index story_features_recent on story_features (profile, seen_at desc);

create table judgements (
  article_version_id bigint primary key references article_versions (id),
  article_id bigint not null references articles (id),
  profile text not null references profiles (id),
  relevant boolean not null,
  relevance_score real not null,
  about text not null,
  mentions jsonb not null,
  places jsonb not null,
  sectors jsonb not null,
  flag_score real not null,
  verdict_suggestion text,
  classifier_version text not null,
  created_at timestamptz not null default now()
);
create index judgements_by_article on judgements (article_id);
create index judgements_relevant on judgements (profile, created_at desc) where relevant;

create table claims (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  article_version_id bigint not null references article_versions (id),
  quote text not null,
  span_start integer not null,
  span_end integer not null,
  kind text not null
);
create index claims_by_version on claims (article_version_id);

create table signals (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  article_version_id bigint not null references article_versions (id),
  kind text not null,
  quote text not null,
  span_start integer not null,
  span_end integer not null,
  record_id bigint references official_records (id),
  evidence_article_id bigint references articles (id),
  evidence_quote text,
  why text not null,
  strength real not null,
  struck_at timestamptz,
  check (kind = 'unattributed-allegation' or evidence_quote is not null)
);
create index signals_by_version on signals (article_version_id);
create index signals_by_record on signals (record_id) where record_id is not null;

create table flags (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  article_id bigint not null references articles (id),
  article_version_id bigint not null unique references article_versions (id),
  story_id bigint references stories (id),
  state text not null default 'open' check (state in ('open', 'confirmed', 'dismissed', 'needs-evidence')),
  score real not null,
  verdict_suggestion text,
  version integer not null default 1,
  opened_at timestamptz not null default now(),
  decided_at timestamptz
);
create index flags_waiting on flags (profile, score desc) where state in ('open', 'needs-evidence');
create index flags_by_article on flags (article_id);

create table reviews (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  flag_id bigint not null references flags (id),
  decision text not null check (decision in ('confirmed', 'dismissed', 'needs-evidence', 'reopened')),
  verdict text check (verdict in ('distorted', 'accurate-negative', 'opinion', 'unverifiable', 'accurate')),
  reason text not null check (length(trim(reason)) > 0),
  signals_kept bigint[] not null default '{}',
  signals_struck bigint[] not null default '{}',
  reviewer_id text not null,
  reviewer_role text not null,
  reviewed_at timestamptz not null default now()
);
create index reviews_by_flag on reviews (flag_id, reviewed_at);
