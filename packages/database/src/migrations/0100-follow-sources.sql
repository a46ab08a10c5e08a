-- What a source's own habit is, so that its silence can be told from its rhythm, and what stands behind an alarm.
alter table sources
  add column alarm_detail text,
  add column newest_item_at timestamptz,
  add column usual_gap_seconds double precision,
  add column empty_checks integer not null default 0,
  add column conditional_checks integer not null default 0,
  add column validators_lie boolean not null default false;

-- One robots.txt for all workers, until it expires.
create table robots_files (
  origin text primary key,
  verdict text not null check (verdict in ('rules', 'open', 'closed')),
  text text not null,
  expires_at timestamptz not null
);

-- Every canonical address under which an article was ever listed: a twin that was found once is never fetched again.
create table article_addresses (
  profile text not null references profiles (id),
  canonical_url text not null,
  article_id bigint not null references articles (id),
  added_at timestamptz not null default now(),
  primary key (profile, canonical_url)
);
create index article_addresses_by_article on article_addresses (article_id);

-- Texts that were handed in where no address could be fetched; the crawler stores them as it stores pages.
create table intake_texts (
  article_id bigint primary key references articles (id),
  profile text not null references profiles (id),
  title text not null,
  body text not null,
  published_as_printed text,
  created_at timestamptz not null default now()
);

alter table fetches add column redirects jsonb not null default '[]';

-- What changed since the version before, paragraph by paragraph, as the reader of versions shows it.
alter table article_versions add column difference jsonb;

-- Of the text without its headline: a copy elsewhere often has another one.
alter table article_versions add column text_hash text;
create index article_versions_same_body on article_versions (profile, text_hash);
