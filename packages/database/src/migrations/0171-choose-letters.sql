-- Topics of which a person wants no letters; the notices themselves stand in the desk in any case.
alter table delivery_preferences add column muted_topics text[] not null default '{}';

-- A secret that is being replaced still signs beside the new one until this time, so that receivers can change over in peace.
alter table webhooks add column old_secret text;
alter table webhooks add column old_secret_until timestamptz;
alter table webhooks add check ((old_secret is null) = (old_secret_until is null));

-- Why somebody reported an item, and whether an agency or the hotline took it down. Kept apart from the trail, because the
-- item may turn out to be another one's second address. Read by its reporter and, without a name, by whoever reviews.
create table intake_reports (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  article_id bigint not null references articles (id),
  reporter_id text not null,
  -- Null for items reported before reasons were asked for.
  reason text,
  received_by text not null default 'agency' check (received_by in ('agency', 'hotline')),
  reported_at timestamptz not null
);
create index intake_reports_by_article on intake_reports (article_id);
create index intake_reports_by_reporter on intake_reports (profile, reporter_id, id desc);
insert into intake_reports (profile, article_id, reporter_id, reported_at)
select e.profile, a.id, e.actor_id, e.at from audit_entries e
join articles a on a.profile = e.profile and a.id::text = e.object_id
where e.action = 'report-item' and e.object_kind = 'article' order by e.at;
