-- What the stream and the search read: one narrow row for each article that was judged, as of its newest judged version.
-- Everything in it can be written again from articles, versions and judgements; the long texts stay where they are.
create table items (
  article_id bigint primary key references articles (id),
  version_id bigint not null references article_versions (id),
  profile text not null references profiles (id),
  first_seen_at timestamptz not null,
  origin text not null,
  language text not null,
  country text not null,
  outlet_id bigint not null references outlets (id),
  relevant boolean not null,
  sectors text[] not null,
  places text[] not null,
  search_exact tsvector not null,
  search_toneless tsvector not null
);

-- Words of a text for searching. Chinese, Japanese and Korean write without spaces: each character is a word, and so is each
-- pair of neighbours, because two characters are the usual word and a pair is found without comparing positions.
create function search_words(text) returns text language sql immutable strict parallel safe
  as $$ select search_text($1) || coalesce((
    select ' ' || string_agg(substr(found.run[1], n, 2), ' ')
    from regexp_matches($1, '([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]{2,})', 'g') found(run),
      generate_series(1, length(found.run[1]) - 1) n), '') $$;

insert into items
select a.id, v.id, a.profile, a.first_seen_at, a.origin, v.language, o.country, a.outlet_id, j.relevant,
  array(select s ->> 'id' from jsonb_array_elements(j.sectors) s), array(select p ->> 'code' from jsonb_array_elements(j.places) p),
  to_tsvector('simple', words), to_tsvector('simple', fold_tones(words))
from articles a join outlets o on o.id = a.outlet_id
join lateral (select j.* from judgements j where j.article_id = a.id order by j.article_version_id desc limit 1) j on true
join article_versions v on v.id = j.article_version_id
-- Longer texts would pass the size limit of a search vector.
cross join lateral search_words(left(v.title || ' ' || v.body, 100000)) words;

-- What charts count by stands in it, so that counting a quarter reads the index alone.
create index items_stream on items (profile, first_seen_at desc, article_id desc) include (origin, country, outlet_id) where relevant;
create index items_by_language on items (profile, language, first_seen_at desc, article_id desc) where relevant;
create index items_by_country on items (profile, country, first_seen_at desc, article_id desc) where relevant;
create index items_by_outlet on items (profile, outlet_id, first_seen_at desc, article_id desc) where relevant;
create index items_by_sector on items using gin (profile, sectors) where relevant;
create index items_by_place on items using gin (profile, places) where relevant;
-- Origin and language stand in them too: a word that is common in one of them is then not counted in the others.
create index items_search_exact on items using gin (profile, origin, language, search_exact);
create index items_search_toneless on items using gin (profile, origin, language, search_toneless);
create index items_seen on items (profile, first_seen_at desc, article_id desc);

-- Searched in items since; the words of older versions are found by their articles.
drop index article_versions_search;
alter table article_versions drop column search_exact, drop column search_toneless;

create index reviews_by_verdict on reviews (profile, verdict) where verdict is not null;
