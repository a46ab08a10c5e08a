-- Tables that grow with time alone are cut by month: attempts to fetch, changes for followers, the trail of reading and administering.
-- How long each kind is kept is a policy; a month that is over its time goes as a whole. See docs/decisions/0157-partitions-and-retention.md.
create table retention_policies (
  kind text primary key,
  -- The table that is cut by month; null where single rows go.
  partitioned text unique,
  -- Null: kept for good.
  keep_days integer,
  least_days integer not null check (least_days > 0),
  changed_by text,
  changed_at timestamptz,
  check (keep_days >= least_days)
);
insert into retention_policies (kind, partitioned, keep_days, least_days) values
  ('source-attempts', 'fetches_of_sources', 90, 14),
  ('article-attempts', 'fetches_of_articles', null, 1825),
  ('changes', 'changes', 60, 7),
  ('audit', 'audit_entries', null, 730),
  ('command-answers', null, 7, 2),
  ('deliveries', null, 365, 30),
  ('notices', null, 365, 30),
  ('sign-in-traces', null, 30, 1);

create table retention_runs (
  id bigint generated always as identity primary key,
  kind text not null references retention_policies (kind),
  ran_at timestamptz not null default now(),
  removed bigint not null,
  partition text
);
create index retention_runs_by_kind on retention_runs (kind, ran_at desc);

-- The month that holds a day, as it stands in the name of its partition.
create function partition_of(parent text, month date) returns text language sql immutable
  as $$ select parent || to_char(month, '"_"YYYY"_"MM') $$;

-- Makes the partition of a month unless there is one; rows that had to wait in the partition for all other times move into it.
create function keep_partition(parent text, month date) returns boolean
language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '10s' as $$
declare
  name text := partition_of(parent, month);
  rest text := parent || '_rest';
  field text;
  bounds text[];
  waiting boolean;
begin
  if not exists (select from retention_policies where partitioned = parent) then
    raise exception 'table % is not cut by month', parent using errcode = 'invalid_parameter_value';
  end if;
  perform pg_advisory_xact_lock(hashtext('lamro partitions'));
  -- Asked of the table of tables: a name that was looked up before the wait is remembered as missing.
  if exists (select from pg_class where relname = name and relnamespace = 'public'::regnamespace) then
    return false;
  end if;
  field := case when parent like 'fetches%' then 'fetched_at' else 'at' end;
  bounds := array[date_trunc('month', month)::timestamp at time zone 'UTC',
    (date_trunc('month', month) + interval '1 month')::timestamp at time zone 'UTC'];
  execute format('create table %I (like %I including defaults including constraints)', name, parent);
  execute format('select exists (select from %I where %I >= %L and %I < %L)', rest, field, bounds[1], field, bounds[2]) into waiting;
  if waiting then
    execute format('alter table %I disable trigger user', rest);
    execute format('with moved as (delete from %I where %I >= %L and %I < %L returning *) insert into %I select * from moved',
      rest, field, bounds[1], field, bounds[2], name);
    execute format('alter table %I enable trigger user', rest);
  end if;
  execute format('alter table %I attach partition %I for values from (%L) to (%L)', parent, name, bounds[1], bounds[2]);
  perform close_partition(parent, name);
  return true;
end
$$;

-- A trigger against emptying and the withdrawal of rights do not pass from a table to its partitions by themselves.
create function close_partition(parent text, name text) returns void language plpgsql set search_path = public, pg_temp as $$
begin
  if parent <> 'audit_entries' then
    return;
  end if;
  execute format('create trigger no_truncate before truncate on %I for each statement execute function refuse_change()', name);
  if exists (select from pg_roles where rolname = 'lamro_service') then
    execute format('revoke update, delete, truncate on %I from lamro_service', name);
  end if;
end
$$;

-- Services may not change tables or remove rows; these functions do it for them, within the policy and never ahead of the server's
-- own clock, whatever day the caller names.

-- Partitions whose whole month is older than the policy keeps; dropped, each with a line of record.
create function drop_expired_partitions(today date) returns table (policy text, partition_name text, removed_rows bigint)
language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '10s' as $$
declare
  due record;
begin
  perform pg_advisory_xact_lock(hashtext('lamro partitions'));
  for due in
    select p.kind, child.relname as name
    from retention_policies p
    join pg_inherits i on i.inhparent = to_regclass('public.' || quote_ident(p.partitioned))
    join pg_class child on child.oid = i.inhrelid
    where p.keep_days is not null and child.relname ~ '_\d{4}_\d{2}$'
      and to_date(right(child.relname, 7), 'YYYY_MM') + interval '1 month' <= least(today, current_date) - p.keep_days
    order by child.relname
  loop
    execute format('select count(*) from %I', due.name) into removed_rows;
    execute format('drop table %I', due.name);
    policy := due.kind;
    partition_name := due.name;
    insert into retention_runs (kind, removed, partition) values (policy, removed_rows, partition_name);
    return next;
  end loop;
end
$$;

-- Single rows that are older than the policy of their kind keeps, at most so many. Nothing that a person entered is among them: answers
-- under a command's key, letters that reached their reader, notices that were read, what is left of past sign-ins.
create function prune_expired(policy text, today timestamptz, most integer) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  expired timestamptz;
  part bigint;
  removed bigint := 0;
begin
  select least(today, now()) - make_interval(days => keep_days) into expired
  from retention_policies where kind = policy and keep_days is not null;
  if expired is null then
    return 0;
  end if;
  case policy
    when 'command-answers' then
      delete from idempotent_commands where ctid in
        (select ctid from idempotent_commands where started_at < expired order by started_at limit most);
      get diagnostics removed = row_count;
    when 'deliveries' then
      create temporary table letters_gone on commit drop as
        select id from deliveries where state in ('delivered', 'settled') and finished_at < expired order by id limit most
        for update skip locked;
      delete from delivery_notices n using letters_gone g where n.delivery_id = g.id;
      delete from delivery_attempts a using letters_gone g where a.delivery_id = g.id;
      delete from deliveries d using letters_gone g where d.id = g.id;
      get diagnostics removed = row_count;
      drop table letters_gone;
    when 'notices' then
      delete from notices where id in (
        select n.id from notices n where n.read_at < expired and n.planned_at is not null
          and not exists (select from delivery_notices d where d.notice_id = n.id)
        order by n.id limit most);
      get diagnostics removed = row_count;
    when 'sign-in-traces' then
      delete from identity."session" where "id" in
        (select "id" from identity."session" where "expiresAt" < expired limit most);
      get diagnostics removed = row_count;
      delete from identity."verification" where "id" in
        (select "id" from identity."verification" where "expiresAt" < expired limit most);
      get diagnostics part = row_count;
      removed := removed + part;
      delete from identity.invitations where id in
        (select id from identity.invitations where expires_at < expired and accepted_at is null limit most);
      get diagnostics part = row_count;
      removed := removed + part;
      delete from identity.sign_in_failures where email in
        (select email from identity.sign_in_failures where last_at < expired and (locked_until is null or locked_until < expired)
         limit most);
      get diagnostics part = row_count;
      removed := removed + part;
    else
      raise exception 'kind % is not kept by the row', policy using errcode = 'invalid_parameter_value';
  end case;
  if removed > 0 then
    insert into retention_runs (kind, removed) values (policy, removed);
  end if;
  return removed;
end
$$;

-- Attempts. What was tried with a source is a log; what was tried with an article may be evidence, and is kept apart.
alter table article_versions drop constraint article_versions_fetch_id_fkey;
alter table outlet_checks drop constraint outlet_checks_fetch_id_fkey;
alter table fetches rename to fetches_before;
create sequence fetch_ids;
select setval('fetch_ids', coalesce(max(id), 0) + 1, false) from fetches_before;
create table fetches (
  id bigint not null default nextval('fetch_ids'),
  profile text not null references profiles (id),
  source_id bigint references sources (id),
  article_id bigint references articles (id),
  purpose text not null check (purpose in ('source', 'article', 'recheck', 'intake', 'proof')),
  url text not null,
  final_url text,
  outcome text not null,
  status integer,
  bytes integer,
  duration_ms integer not null,
  detail text,
  snapshot_sha256 text,
  headers jsonb not null default '{}',
  fetched_at timestamptz not null,
  redirects jsonb not null default '[]'
) partition by list (purpose);
alter sequence fetch_ids owned by fetches.id;
create table fetches_of_sources partition of fetches for values in ('source') partition by range (fetched_at);
create table fetches_of_articles partition of fetches for values in ('article', 'recheck', 'intake', 'proof')
  partition by range (fetched_at);
create table fetches_of_sources_rest partition of fetches_of_sources default;
create table fetches_of_articles_rest partition of fetches_of_articles default;
select keep_partition(case purpose when 'source' then 'fetches_of_sources' else 'fetches_of_articles' end, month)
from (select distinct purpose, date_trunc('month', fetched_at at time zone 'UTC')::date as month from fetches_before) known;
insert into fetches (id, profile, source_id, article_id, purpose, url, final_url, outcome, status, bytes, duration_ms, detail,
  snapshot_sha256, headers, fetched_at, redirects)
select id, profile, source_id, article_id, purpose, url, final_url, outcome, status, bytes, duration_ms, detail,
  snapshot_sha256, headers, fetched_at, redirects
from fetches_before;
drop table fetches_before;
alter table fetches add primary key (id, purpose, fetched_at);
create index fetches_by_source on fetches (source_id, fetched_at desc);
create index fetches_by_article on fetches (article_id, fetched_at desc);

-- Changes. Positions go on counting from the last one given, also when every change before it is gone.
create table change_position (
  only_row boolean primary key default true check (only_row),
  last bigint not null
);
insert into change_position (last) select coalesce(max(position), 0) from changes;
alter table changes rename to changes_before;
create sequence change_ids;
select setval('change_ids', coalesce(max(id), 0) + 1, false) from changes_before;
create table changes (
  id bigint not null default nextval('change_ids'),
  position bigint,
  profile text not null references profiles (id),
  kind text not null,
  object_kind text not null,
  object_id text not null,
  -- Null: everybody of the province who may read such things.
  agencies text[],
  recipient_id text,
  detail jsonb not null default '{}',
  at timestamptz not null default now()
) partition by range (at);
alter sequence change_ids owned by changes.id;
create table changes_rest partition of changes default;
select keep_partition('changes', month) from (select distinct date_trunc('month', at at time zone 'UTC')::date as month from changes_before) known;
insert into changes (id, position, profile, kind, object_kind, object_id, agencies, recipient_id, detail, at)
select id, position, profile, kind, object_kind, object_id, agencies, recipient_id, detail, at from changes_before;
drop table changes_before;
alter table changes add primary key (id, at);
create index changes_by_position on changes (position) where position is not null;
create index changes_unplaced on changes (id) where position is null;

-- The trail of reading and administering.
alter table audit_entries rename to audit_entries_before;
create sequence audit_entry_ids;
select setval('audit_entry_ids', coalesce(max(id), 0) + 1, false) from audit_entries_before;
create table audit_entries (
  id bigint not null default nextval('audit_entry_ids'),
  profile text,
  at timestamptz not null default now(),
  actor_id text not null,
  actor_role text not null,
  action text not null,
  object_kind text not null,
  object_id text,
  detail jsonb not null default '{}'
) partition by range (at);
alter sequence audit_entry_ids owned by audit_entries.id;
create table audit_entries_rest partition of audit_entries default;
select keep_partition('audit_entries', month)
from (select distinct date_trunc('month', at at time zone 'UTC')::date as month from audit_entries_before) known;
insert into audit_entries (id, profile, at, actor_id, actor_role, action, object_kind, object_id, detail)
select id, profile, at, actor_id, actor_role, action, object_kind, object_id, detail from audit_entries_before;
drop table audit_entries_before;
alter table audit_entries add primary key (id, at);
create index audit_by_time on audit_entries (profile, at desc);
create trigger audit_entries_append_only before update or delete on audit_entries
  for each row execute function refuse_change();
create trigger audit_entries_no_truncate before truncate on audit_entries
  for each statement execute function refuse_change();
select close_partition('audit_entries', 'audit_entries_rest');

select keep_partition(p.partitioned, (date_trunc('month', now() at time zone 'UTC') + make_interval(months => ahead))::date)
from retention_policies p, generate_series(0, 3) ahead where p.partitioned is not null;

do $$
begin
  if not exists (select from pg_roles where rolname = 'lamro_service') then
    return;
  end if;
  grant select, insert on audit_entries to lamro_service;
  revoke update, delete, truncate on audit_entries from lamro_service;
  -- How long things are kept is decided by whoever owns the database, not by a service.
  revoke insert, update, delete, truncate on retention_policies from lamro_service;
end
$$;
