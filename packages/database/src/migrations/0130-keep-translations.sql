-- What models gave: the direction of a text, comparable within one model only, and translations that stand beside the original.
alter table story_features
  add column embedding_model text,
  add column embedding bytea,
  add check ((embedding_model is null) = (embedding is null));

create table translations (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  article_version_id bigint not null references article_versions (id),
  language text not null,
  kind text not null check (kind in ('machine', 'analyst')),
  -- Id of the model of a machine translation.
  model text,
  -- Who wrote an analyst's.
  author_id text,
  title text not null,
  body text not null,
  -- Sentences in which figures, negations or sources differ from the original: [{"original", "translation", "kind", "why"}].
  risks jsonb not null default '[]',
  created_at timestamptz not null default now(),
  check ((kind = 'machine') = (model is not null)),
  check ((kind = 'analyst') = (author_id is not null))
);
create unique index translations_by_model on translations (article_version_id, language, model) where kind = 'machine';
create index translations_of_version on translations (article_version_id, language, created_at desc);
