-- Articles are judged anew when a person asks for it: after better rules, other weights, or once models are there.
-- By which rules and with which models a version was last judged; null: before rule sets had names.
alter table judgements
  add column rule_set text,
  add column models text[] not null default '{}',
  add column judged_anew_at timestamptz;
-- Of the newest judged version of each article, so that what is older is counted from an index alone.
alter table items add column rule_set text;
create index items_by_rule_set on items (profile, rule_set);

-- When somebody asked for a version to be judged anew: from then on it waits, whenever the version came.
alter table article_versions add column judge_asked_at timestamptz;
drop index article_versions_waiting;
create index article_versions_waiting on article_versions (coalesce(judge_asked_at, created_at))
  where judged_at is null and quarantined_at is null;
create index article_versions_quarantined on article_versions (profile, article_id) where quarantined_at is not null;

-- A flag that nobody has reviewed is withdrawn when the rules that raised it no longer find its evidence.
alter table flags add column withdrawn_by text;
alter table flags drop constraint flags_state_check;
alter table flags add constraint flags_state_check
  check (state in ('open', 'confirmed', 'dismissed', 'needs-evidence', 'withdrawn'));
alter table flags add check ((state = 'withdrawn') = (withdrawn_by is not null));

-- Each time a version was to be judged anew: who asked, what stood before, what was found, and what became of the flag.
create table judgement_revisions (
  id bigint generated always as identity primary key,
  profile text not null references profiles (id),
  article_id bigint not null references articles (id),
  article_version_id bigint not null references article_versions (id),
  asked_by text not null,
  asked_at timestamptz not null,
  done_at timestamptz,
  -- Names of the rule sets; null before rule sets had names, or where the version was never judged before.
  rules_before text,
  rules_after text,
  outcome text check (outcome in ('first', 'unchanged', 'raised', 'kept', 'withdrawn', 'restored', 'noted')),
  flag_id bigint references flags (id),
  -- The judgement with its claims and signals as it stood; null where nothing was replaced.
  before jsonb,
  -- What was found where it replaced nothing, because a person had reviewed the flag.
  found jsonb,
  check ((done_at is null) = (outcome is null))
);
create unique index judgement_revisions_open on judgement_revisions (article_version_id) where done_at is null;
create index judgement_revisions_of_version on judgement_revisions (article_version_id, id desc);

create or replace function note_flag() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.state = old.state then
    return null;
  end if;
  insert into changes (profile, kind, object_kind, object_id, detail)
  values (new.profile, 'flag.' || case when tg_op = 'INSERT' then 'raised' else new.state end, 'flag', new.id::text,
    jsonb_strip_nulls(jsonb_build_object('state', new.state, 'articleId', new.article_id::text, 'rules', new.withdrawn_by)));
  return null;
end
$$;
