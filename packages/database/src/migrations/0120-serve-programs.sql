-- What programs that call the API need kept: which command was given under which key, how many calls they made, what their keys may do.
create table idempotent_commands (
  actor_id text not null,
  key text not null,
  profile text not null references profiles (id),
  fingerprint text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  status integer,
  headers jsonb,
  -- Null where the answer held a secret that is shown once.
  body text,
  primary key (actor_id, key)
);
create index idempotent_commands_by_age on idempotent_commands (started_at);

-- One row a caller, counted anew each minute. Losing it in a crash only forgives some calls.
create unlogged table call_counts (
  caller text primary key,
  minute timestamptz not null,
  calls integer not null
);

alter table identity.api_keys add column scopes text[] not null default '{read,write}'
  check (scopes <@ '{read,write}' and cardinality(scopes) > 0);

-- What changed, for programs that follow. A row is written in the transaction of the change; it gets its position afterwards, one
-- placer at a time, so that positions appear in their order and a follower never passes over one that commits late.
create table changes (
  id bigint generated always as identity primary key,
  position bigint unique,
  profile text not null references profiles (id),
  kind text not null,
  object_kind text not null,
  object_id text not null,
  -- Null: everybody of the province who may read such things.
  agencies text[],
  recipient_id text,
  detail jsonb not null default '{}',
  at timestamptz not null default now()
);
create index changes_unplaced on changes (id) where position is null;

create function change_of_case(case_id bigint) returns text[] language sql stable as $$
  select array(select distinct agency from (
    select c.lead_agency as agency from cases c where c.id = $1
    union all select c.dossier_agency from cases c where c.id = $1
    union all select jsonb_array_elements_text(coalesce(c.route -> 'coordinate', '[]')) from cases c where c.id = $1
    union all select a.agency from assignments a where a.case_id = $1 and a.state <> 'proposed') concerned
    where agency is not null)
$$;

create function note_case_event() returns trigger language plpgsql as $$
begin
  insert into changes (profile, kind, object_kind, object_id, agencies, detail)
  values (new.profile, 'case.' || new.command, 'case', new.case_id::text, change_of_case(new.case_id),
    jsonb_build_object('seq', new.seq, 'state', new.to_state));
  return null;
end
$$;
create trigger case_events_noted after insert on case_events for each row execute function note_case_event();

create function note_flag() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.state = old.state then
    return null;
  end if;
  insert into changes (profile, kind, object_kind, object_id, detail)
  values (new.profile, 'flag.' || case when tg_op = 'INSERT' then 'raised' else new.state end, 'flag', new.id::text,
    jsonb_build_object('state', new.state, 'articleId', new.article_id::text));
  return null;
end
$$;
create trigger flags_noted after insert or update of state on flags for each row execute function note_flag();

create function note_judgement() returns trigger language plpgsql as $$
begin
  insert into changes (profile, kind, object_kind, object_id)
  values (new.profile, 'article.relevant', 'article', new.article_id::text);
  return null;
end
$$;
create trigger judgements_noted after insert on judgements for each row when (new.relevant) execute function note_judgement();

create function note_notice() returns trigger language plpgsql as $$
begin
  insert into changes (profile, kind, object_kind, object_id, recipient_id, detail)
  values (new.profile, 'notice.written', 'notice', new.id::text, new.recipient_id, jsonb_build_object('kind', new.kind));
  return null;
end
$$;
create trigger notices_noted after insert on notices for each row execute function note_notice();

create function note_source() returns trigger language plpgsql as $$
begin
  insert into changes (profile, kind, object_kind, object_id, detail)
  values (new.profile, case when new.alarm is null then 'source.recovered' else 'source.alarm' end, 'source', new.id::text,
    jsonb_build_object('alarm', new.alarm));
  return null;
end
$$;
create trigger sources_noted after update of alarm on sources for each row when (new.alarm is distinct from old.alarm)
  execute function note_source();

create function note_briefing() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.state = old.state then
    return null;
  end if;
  insert into changes (profile, kind, object_kind, object_id, detail)
  values (new.profile, 'briefing.' || new.state, 'briefing', new.id::text, jsonb_build_object('label', new.label));
  return null;
end
$$;
create trigger briefings_noted after insert or update of state on briefings for each row execute function note_briefing();

create function note_outlet_check() returns trigger language plpgsql as $$
begin
  insert into changes (profile, kind, object_kind, object_id, agencies, detail)
  values (new.profile, 'outlet-check.' || new.state, 'outlet-check', new.id::text, change_of_case(new.case_id),
    jsonb_build_object('caseId', new.case_id::text, 'outcome', coalesce(new.outcome, new.proposed_outcome)));
  return null;
end
$$;
create trigger outlet_checks_noted after update of state on outlet_checks for each row when (new.state is distinct from old.state)
  execute function note_outlet_check();

create function note_story() returns trigger language plpgsql as $$
begin
  insert into changes (profile, kind, object_kind, object_id, detail)
  values (new.profile, 'story.arranged', 'story', new.story_id::text, jsonb_build_object('articleId', new.article_id::text));
  return null;
end
$$;
create trigger story_members_noted after update of story_id on story_members for each row
  when (new.story_id is distinct from old.story_id) execute function note_story();
