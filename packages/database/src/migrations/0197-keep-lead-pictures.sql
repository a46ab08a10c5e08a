-- The picture that each version of an article puts first, by what its address is known again: an old picture may be shown as new.
create table lead_pictures (
  article_version_id bigint primary key references article_versions (id),
  article_id bigint not null references articles (id),
  profile text not null references profiles (id),
  key text not null,
  address text not null,
  caption text,
  -- Month or day that the path or the name of the file bears.
  dated text,
  published_at timestamptz not null
);
-- Addresses have no bound that an index would hold.
create index lead_pictures_by_key on lead_pictures (profile, md5(key), published_at);
