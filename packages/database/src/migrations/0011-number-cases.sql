-- The next free number of a case file, by province and year: taken under the row's lock, so that no number is given twice or skipped over.
create table case_numbers (
  profile text not null references profiles (id),
  year integer not null,
  last integer not null,
  primary key (profile, year)
);

-- What each case looked like when its commands were last written is read by everyone who waits for it.
create index case_events_by_case on case_events (case_id, seq desc);
create index reviews_latest on reviews (flag_id, id desc);

-- A check asked for by a person names that person; a scheduled one does not.
alter table outlet_checks add column requested_by text;
alter table outlet_checks add column note text;
-- One scheduled check an article and moment: a release recorded twice never doubles the visits to an outlet.
create unique index outlet_checks_once on outlet_checks (case_id, article_id, due_at) where state <> 'cancelled';

-- What an agency answered to a request for its opinion, and why an assignment went to another agency than the route names.
alter table assignments add column answer_text_id bigint references case_texts (id);
alter table assignments add column reason_text_id bigint references case_texts (id);
