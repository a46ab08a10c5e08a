-- Which places below the province an article names, by the name under which its units meet, so that the newest articles of one
-- place are found from an index whatever is stored. Filled from now on: what matters is a month.
create table item_places (
  article_id bigint not null references articles (id),
  profile text not null references profiles (id),
  place text not null,
  at timestamptz not null,
  primary key (article_id, place)
);
create index item_places_newest on item_places (profile, place, at desc, article_id desc);
