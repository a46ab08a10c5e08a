-- What people of the desk read and how they look for it.
create table article_reads (
  reader_id text not null,
  article_id bigint not null references articles (id),
  profile text not null references profiles (id),
  read_at timestamptz not null,
  primary key (reader_id, article_id)
);

create table saved_filters (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  owner_id text not null,
  name text not null check (length(trim(name)) > 0),
  query text not null,
  shared boolean not null default false,
  created_at timestamptz not null default now(),
  unique (profile, owner_id, name)
);

-- unaccent() is only stable because its dictionary could be swapped; ours never is, and an index needs immutable.
create function fold_tones(text) returns text language sql immutable strict parallel safe
  as $$ select public.unaccent('public.unaccent'::regdictionary, $1) $$;

-- Chinese, Japanese and Korean write without spaces: each character becomes a word, so that two of them form a phrase.
create function search_text(text) returns text language sql immutable strict parallel safe
  as $$ select regexp_replace($1, '([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af])', ' \1 ', 'g') $$;

-- Longer texts would pass the size limit of a search vector.
alter table article_versions
  add column search_exact tsvector generated always as
    (to_tsvector('simple', search_text(left(title || ' ' || body, 100000)))) stored,
  add column search_toneless tsvector generated always as
    (to_tsvector('simple', fold_tones(search_text(left(title || ' ' || body, 100000))))) stored;
create index article_versions_search on article_versions using gin (profile, search_toneless);

create index articles_stream on articles (profile, first_seen_at desc, id desc);
create index flags_by_score on flags (profile, state, score desc, id desc);
