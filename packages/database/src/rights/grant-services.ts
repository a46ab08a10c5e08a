import type { Queryable } from '../connection/connection.ts';
import { type Right, roleOf, SERVICE_RIGHTS, SERVICES, type Service, type ServiceRights } from './service-rights.ts';

/**
 * Gives each service's role exactly its rights, on the tables that there are. Runs after every migration that changed
 * something, under the migrations' lock; nothing happens where the migrating account may not create roles.
 */
export async function grantServices(db: Queryable): Promise<void> {
  if (!(await createRoles(db))) return;
  const tables = await listTables(db);
  const statements = SERVICES.flatMap((service) => statementsFor(service, tables));
  // One query is one transaction: a service of the version before, which still runs, never stands without its rights.
  await db.query([NOTES_WRITE_FOR_THEMSELVES, ...statements].join(';\n'));
}

/** @returns whether every role is there */
async function createRoles(db: Queryable): Promise<boolean> {
  for (const service of SERVICES) {
    await db.query(`do $$ begin
      if not exists (select from pg_roles where rolname = '${roleOf(service)}') then
        create role ${roleOf(service)} nologin;
      end if;
    exception
      -- Another database of the same server was migrated at the same moment.
      when duplicate_object or unique_violation then null;
      when insufficient_privilege then
        raise notice 'roles of the services were not created; see docs/decisions/0164-role-per-service.md';
    end $$`);
  }
  const { rows } = await db.query('select 1 from pg_roles where rolname = any($1)', [SERVICES.map(roleOf)]);
  return rows.length === SERVICES.length;
}

/** What follows from a change is written whoever made it: the crawler may finish a re-check without reading cases. */
const NOTES_WRITE_FOR_THEMSELVES = `do $$ declare noted regprocedure; begin
  for noted in
    select distinct p.oid::regprocedure from pg_proc p join pg_trigger t on t.tgfoid = p.oid
    where p.pronamespace = 'public'::regnamespace and p.proname like 'note\\_%' and not p.prosecdef
  loop
    execute format('alter function %s security definer set search_path = public, pg_temp', noted);
  end loop;
end $$`;

async function listTables(db: Queryable): Promise<readonly string[]> {
  const { rows } = await db.query<{ name: string }>(
    `select c.relname as name from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
  );
  return rows.map(({ name }) => name);
}

function statementsFor(service: Service, tables: readonly string[]): readonly string[] {
  const role = roleOf(service);
  const rights = SERVICE_RIGHTS[service];
  return [
    `revoke all on all tables in schema public, identity from ${role}`,
    `grant usage on schema public to ${role}`,
    // Ids of tables cut by month come from sequences of their own.
    `grant usage on all sequences in schema public to ${role}`,
    ...tables.flatMap((table) => {
      const given = rightsOn(rights, table);
      return given.length === 0 ? [] : [`grant ${given.join(', ')} on ${table} to ${role}`];
    }),
    ...identityStatements(role, rights),
  ];
}

/** The rights of a service on a table of the ledger. */
function rightsOn({ everywhere, on }: ServiceRights, table: string): readonly Right[] {
  const general = everywhere?.rights.filter((right) => everywhere.except[table]?.includes(right) !== true) ?? [];
  return [...new Set([...general, ...(on[table] ?? [])])];
}

function identityStatements(role: string, { columns = {}, identity }: ServiceRights): readonly string[] {
  const named = Object.entries(columns);
  if (identity !== true && named.length === 0) return [];
  return [
    `grant usage on schema identity to ${role}`,
    ...named.map(
      ([table, names]) => `grant select (${names.map((name) => `"${name}"`).join(', ')}) on ${table} to ${role}`,
    ),
    ...(identity === true ? [`grant select, insert, update, delete on all tables in schema identity to ${role}`] : []),
  ];
}
