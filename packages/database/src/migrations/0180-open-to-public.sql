-- Clarifications that a leader opened to everybody. What the page says is read from the release and its responses, so that a release
-- that is taken back takes its page with it.
create table public_clarifications (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  case_id bigint not null references cases (id),
  release_id bigint not null references releases (id),
  -- What was said in the press, in the leader's words.
  claim text not null,
  opened_by text not null,
  opened_at timestamptz not null,
  closed_by text,
  closed_at timestamptz,
  closed_reason text,
  check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (closed_reason is null))
);
create unique index public_clarifications_once on public_clarifications (case_id) where closed_at is null;
create index public_clarifications_by_profile on public_clarifications (profile, id desc) where closed_at is null;
