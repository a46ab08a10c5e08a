-- Cases from a confirmed flag to the outlet's reaction.
create table cases (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  number text not null,
  title text not null,
  state text not null default 'drafted' check (state in ('drafted', 'awaiting-assignment', 'assigned', 'accepted', 'returned',
    'responding', 'submitted', 'approved', 'sent-back', 'released', 'monitoring', 'closed', 'retracted', 'reopened')),
  story_id bigint references stories (id),
  origin text not null check (origin in ('domestic', 'foreign')),
  route jsonb not null,
  lead_agency text,
  dossier_agency text,
  version integer not null default 1,
  opened_by text not null,
  opened_at timestamptz not null default now(),
  closed_at timestamptz,
  close_kind text check (close_kind in ('answered', 'no-response', 'retracted')),
  unique (profile, number)
);
create index cases_open on cases (profile, state) where state <> 'closed';

create table case_flags (
  case_id bigint not null references cases (id),
  flag_id bigint not null unique references flags (id),
  profile text not null references profiles (id),
  primary key (case_id, flag_id)
);

create table case_articles (
  case_id bigint not null references cases (id),
  article_id bigint not null references articles (id),
  profile text not null references profiles (id),
  version_id bigint not null references article_versions (id),
  part text not null check (part in ('origin', 'republication')),
  quote text not null,
  attached_at timestamptz not null default now(),
  primary key (case_id, article_id)
);
create index case_articles_by_article on case_articles (article_id);

-- Free words stand beside the chain, which keeps only their hash: they can be read out of the ledger and, where the law asks, blanked.
create table case_texts (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  case_id bigint not null references cases (id),
  body text not null,
  sha256 text not null,
  written_by text not null,
  written_at timestamptz not null default now()
);

create table case_events (
  case_id bigint not null references cases (id),
  seq integer not null check (seq > 0),
  profile text not null references profiles (id),
  at timestamptz not null,
  command text not null,
  actor_id text not null,
  actor_role text not null,
  actor_agency text,
  from_state text,
  to_state text not null,
  reason_text_id bigint references case_texts (id),
  reason_sha256 text,
  evidence jsonb not null default '{}',
  previous_hash text not null,
  hash text not null,
  primary key (case_id, seq)
);
create index case_events_by_day on case_events (profile, at);

create table event_roots (
  profile text not null references profiles (id),
  day date not null,
  root text not null,
  cases integer not null,
  computed_at timestamptz not null default now(),
  primary key (profile, day)
);

create table deadlines (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  case_id bigint references cases (id),
  rule text not null,
  starts_at timestamptz not null,
  due_at timestamptz not null,
  steps jsonb not null,
  citation jsonb,
  basis text not null check (basis in ('law', 'internal')),
  met_at timestamptz,
  cancelled_at timestamptz,
  extended_from timestamptz,
  reminded_before_at timestamptz,
  reminded_due_at timestamptz,
  reminded_after_at timestamptz
);
create index deadlines_open on deadlines (due_at) where met_at is null and cancelled_at is null;
create index deadlines_by_case on deadlines (case_id);

create table assignments (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  case_id bigint not null references cases (id),
  agency text not null,
  task text not null check (task in ('response', 'dossier', 'opinion')),
  state text not null default 'proposed' check (state in ('proposed', 'open', 'accepted', 'returned', 'done', 'cancelled')),
  basis text not null check (basis in ('law', 'internal')),
  citations jsonb not null default '[]',
  instruction_text_id bigint references case_texts (id),
  deadline_id bigint references deadlines (id),
  returned_to text,
  assigned_by text not null,
  assigned_at timestamptz not null default now(),
  accepted_by text,
  accepted_at timestamptz,
  done_at timestamptz
);
create index assignments_by_agency on assignments (profile, agency, state);
create index assignments_by_case on assignments (case_id);

create table attachments (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  case_id bigint references cases (id),
  file_name text not null,
  media_type text not null,
  bytes integer not null,
  sha256 text not null,
  readable boolean not null,
  certified_by text,
  certified_at timestamptz,
  uploaded_by text not null,
  uploaded_at timestamptz not null default now()
);
create index attachments_by_case on attachments (case_id);

create table dossier_items (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  case_id bigint not null references cases (id),
  section text not null check (section in ('distorted-content', 'spread', 'impact', 'facts', 'legal-ground', 'precedents', 'message')),
  body text not null,
  record_id bigint references official_records (id),
  attachment_id bigint references attachments (id),
  source_url text,
  prefilled boolean not null default false,
  author_id text not null,
  author_agency text,
  created_at timestamptz not null default now(),
  superseded_by bigint references dossier_items (id)
);
create index dossier_items_by_case on dossier_items (case_id);

create table responses (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  case_id bigint not null references cases (id),
  language text not null,
  number integer not null check (number > 0),
  title text not null,
  body text not null,
  state text not null default 'draft' check (state in ('draft', 'submitted', 'sent-back', 'approved', 'withdrawn')),
  author_id text not null,
  author_agency text,
  created_at timestamptz not null default now(),
  submitted_at timestamptz,
  approved_by text,
  approved_at timestamptz,
  public_at timestamptz,
  unique (case_id, language, number)
);

create table response_comments (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  response_id bigint not null references responses (id),
  body text not null,
  author_id text not null,
  created_at timestamptz not null default now()
);

create table spokespersons (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  agency text not null,
  name text not null,
  post text not null,
  ground text not null check (ground in ('head', 'appointed', 'delegated')),
  document_number text,
  valid_from date not null,
  valid_to date,
  account_id text,
  created_by text not null,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  check (ground <> 'delegated' or (document_number is not null and valid_to is not null))
);

create table releases (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  case_id bigint not null references cases (id),
  response_id bigint not null references responses (id),
  channel text not null,
  basis text not null check (basis in ('law', 'internal')),
  proof jsonb not null,
  spokesperson_id bigint references spokespersons (id),
  attachment_id bigint references attachments (id),
  released_by text not null,
  released_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_reason text
);
create index releases_by_case on releases (case_id);

create table outlet_checks (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  case_id bigint not null references cases (id),
  article_id bigint not null references articles (id),
  due_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'proposed', 'confirmed', 'cancelled')),
  before_version_id bigint not null references article_versions (id),
  after_version_id bigint references article_versions (id),
  fetch_id bigint references fetches (id),
  proposed_outcome text,
  difference jsonb,
  checked_at timestamptz,
  outcome text check (outcome in ('corrected', 'reply-published', 'silently-edited', 'removed', 'unchanged', 'refused', 'repeated')),
  confirmed_by text,
  confirmed_at timestamptz,
  attempts integer not null default 0,
  last_failure text
);
create index outlet_checks_due on outlet_checks (due_at) where state = 'waiting';
create index outlet_checks_by_case on outlet_checks (case_id);
