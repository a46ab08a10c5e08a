-- Reports of a year, half a year or another span that the regulation asks for; frozen when issued, like briefings.
create table period_reports (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  -- Kind and receiver of the duty that it answers.
  duty text not null,
  label text not null,
  period_from date not null,
  period_to date not null,
  state text not null default 'draft' check (state in ('draft', 'issued')),
  content jsonb not null,
  version integer not null default 1,
  created_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  issued_by text,
  issued_at timestamptz,
  document_number integer check (document_number > 0),
  signer text,
  unique (profile, duty, label)
);

create table period_report_files (
  report_id bigint not null references period_reports (id),
  profile text not null references profiles (id),
  format text not null,
  sha256 text not null,
  bytes integer not null,
  primary key (report_id, format)
);

create trigger period_reports_frozen before update or delete on period_reports
  for each row execute function refuse_issued();
create trigger period_report_files_append_only before update or delete on period_report_files
  for each row execute function refuse_change();
create trigger period_reports_no_truncate before truncate on period_reports
  for each statement execute function refuse_change();
create trigger period_report_files_no_truncate before truncate on period_report_files
  for each statement execute function refuse_change();
