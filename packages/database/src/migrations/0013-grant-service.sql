-- What the services may do to the ledger: everything they need, but never change or remove an event, an audit line or a root.
-- The role has no login of its own; an operator grants it to the account that the services connect with.
do $$
begin
  if not exists (select from pg_roles where rolname = 'lamro_service') then
    create role lamro_service nologin;
  end if;
exception
  when duplicate_object or unique_violation then
    -- Another database of the same server was migrated at the same moment.
    null;
  when insufficient_privilege then
    raise notice 'role lamro_service was not created: the migrating account may not create roles; see docs/decisions/0072-service-role.md';
end
$$;

do $$
begin
  if not exists (select from pg_roles where rolname = 'lamro_service') then
    return;
  end if;
  grant usage on schema public, identity to lamro_service;
  grant select, insert, update, delete on all tables in schema public, identity to lamro_service;
  grant usage, select on all sequences in schema public, identity to lamro_service;
  grant execute on all functions in schema public to lamro_service;
  alter default privileges in schema public grant select, insert, update, delete on tables to lamro_service;
  alter default privileges in schema public grant usage, select on sequences to lamro_service;
  revoke update, delete, truncate on case_events, audit_entries, event_roots from lamro_service;
end
$$;

create trigger event_roots_no_truncate before truncate on event_roots
  for each statement execute function refuse_change();
