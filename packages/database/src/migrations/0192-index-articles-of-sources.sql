-- How much a source brought lately is shown beside each source.
create index articles_by_source on articles (source_id, first_seen_at desc) where source_id is not null;
