import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asRole, createPool, type Pool, roleOf, SERVICES, type Service } from '@lamro/database';
import { openTestDatabase, type TestDatabase } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tell } from './tell.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** Where the statements of each service are given from: its own sources and the packages that it runs. */
const SOURCES: Readonly<Record<Service, readonly string[]>> = {
  crawler: ['services/crawler/src/**/*.ts', 'packages/database/src/{queries/host-turns,host-delays}/*.ts'],
  classifier: ['services/classifier/src/**/*.ts'],
  dispatcher: ['services/dispatcher/src/**/*.ts', 'packages/casework/src/{outcome,chain,briefing,notice,event}/*.ts'],
  api: ['services/api/src/**/*.ts', 'packages/{casework,desk,access}/src/**/*.ts'],
};
const VERBS: Readonly<Record<string, string>> = {
  from: 'select',
  join: 'select',
  'insert into': 'insert',
  update: 'update',
  'delete from': 'delete',
};

interface Need {
  readonly query: string;
  readonly table: string;
  readonly right: string;
}

/** What a function of the database package reads and writes, by its text. */
const needsOf = new Map<string, readonly Need[]>();
for (const file of globSync('packages/database/src/{queries,host-delays}/**/*.ts', { cwd: ROOT })) {
  if (file.endsWith('.test.ts')) continue;
  const text = readFileSync(join(ROOT, file), 'utf8').replaceAll(/^ *(\/\/|\/?\*).*$/gm, '');
  const needs = [
    ...[...text.matchAll(/\b(from|join|insert into|update|delete from)\s+((?:identity\.)?"?[a-z_]+"?)/gi)].map(
      ([, verb = '', table = '']) => ({ table, right: VERBS[verb.toLowerCase()] ?? '' }),
    ),
    // An upsert changes what it could not add.
    ...[...text.matchAll(/insert into ([a-z_]+)(?:(?!insert into).)*?do update/gis)].map(([, table = '']) => ({
      table,
      right: 'update',
    })),
  ];
  for (const [, name = ''] of text.matchAll(/export (?:async )?function (\w+)/g))
    needsOf.set(
      name,
      needs.map((need) => ({ ...need, query: name })),
    );
}

function needsOfService(service: Service): readonly Need[] {
  const names = new Set<string>();
  for (const file of SOURCES[service].flatMap((pattern) => globSync(pattern, { cwd: ROOT }))) {
    if (file.endsWith('.test.ts')) continue;
    const text = readFileSync(join(ROOT, file), 'utf8');
    for (const [, list = ''] of text.matchAll(/import \{([^}]*)\} from '@lamro\/database'/g))
      for (const name of list.split(',')) names.add(name.replace(/^\s*type\s+/, '').trim());
    if (file.startsWith('packages/database'))
      for (const [, name = ''] of text.matchAll(/export (?:async )?function (\w+)/g)) names.add(name);
  }
  return [...names].flatMap((name) => needsOf.get(name) ?? []);
}

let database: TestDatabase;
const pools = new Map<Service, Pool>();
const as = (service: Service): Pool => {
  const pool = pools.get(service);
  if (pool === undefined) throw new Error(`no pool for ${service}`);
  return pool;
};

beforeAll(async () => {
  database = await openTestDatabase();
  for (const service of SERVICES)
    pools.set(
      service,
      createPool({ connectionString: asRole(database.url, roleOf(service)), applicationName: service, max: 1 }),
    );
});
afterAll(async () => {
  for (const pool of pools.values()) await pool.end();
  await database.close();
});

async function tablesIn(): Promise<readonly string[]> {
  const { rows } = await database.pool.query<{ name: string }>(
    `select case when n.nspname = 'identity' then 'identity.' || quote_ident(c.relname) else c.relname end as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'identity') and c.relkind in ('r', 'p') and not c.relispartition`,
  );
  return rows.map(({ name }) => name.replace(/^identity\.(?!")(.*)$/, 'identity.$1'));
}

async function has(service: Service, table: string, right: string): Promise<boolean> {
  const { rows } = await database.pool.query<{ has: boolean }>(
    'select has_table_privilege($1, $2, $3) or ($3 = $4 and has_any_column_privilege($1, $2, $3)) as has',
    [roleOf(service), table, right, 'select'],
  );
  return rows[0]?.has === true;
}

const REFUSED = /permission denied/;

describe('the role of each service', () => {
  it.each(SERVICES)('%s may do what its statements need', async (service) => {
    const tables = new Set((await tablesIn()).map((name) => name.replaceAll('"', '')));
    const needs = needsOfService(service).filter(({ table }) => tables.has(table.replaceAll('"', '')));
    expect(needs.length).toBeGreaterThan(10);
    const missing: string[] = [];
    for (const { query, table, right } of needs)
      if (!(await has(service, table, right))) missing.push(`${right} on ${table} for ${query}`);
    expect([...new Set(missing)]).toEqual([]);
  });

  it.each(['crawler', 'classifier'] as const)('%s may do nothing else', async (service) => {
    const needed = new Set(needsOfService(service).map(({ table, right }) => `${right} ${table}`));
    const idle: string[] = [];
    for (const table of await tablesIn())
      for (const right of ['insert', 'update', 'delete', 'truncate'])
        if ((await has(service, table, right)) && !needed.has(`${right} ${table}`)) idle.push(`${right} ${table}`);
    expect(idle).toEqual([]);
  });

  it('keeps accounts, cases and secrets from those that read foreign pages', async ({ task }) => {
    const closed = [
      'select * from identity."user"',
      'select * from identity."session"',
      'select * from identity."account"',
      'select * from identity.api_keys',
      'select * from identity.invitations',
      'select * from cases',
      'select * from case_texts',
      'select * from responses',
      'select * from attachments',
      'select * from webhooks',
      'select * from audit_entries',
      'select * from notices',
      'insert into audit_entries (actor_id) values (1)',
      "update cases set state = 'closed'",
      'delete from case_events',
      'truncate articles',
      'drop table articles',
      'create table mine (id int)',
      'create role mine',
      "copy articles to '/tmp/articles'",
      "copy articles from program 'id'",
      "select pg_read_file('/etc/passwd')",
      "select lo_import('/etc/passwd')",
      'alter function refuse_change() owner to current_user',
      'drop trigger case_events_append_only on case_events',
      'set session_replication_role = replica',
    ];
    let refused = 0;
    for (const service of ['crawler', 'classifier'] as const)
      for (const statement of closed) {
        await expect(as(service).query(statement), `${service}: ${statement}`).rejects.toThrow(
          /permission denied|must be (owner|superuser)/,
        );
        refused++;
      }
    tell(task, 'Quyền của vai trò cơ sở dữ liệu', refused);
  });

  it('lets the clock see whom it tells, and nothing that opens an account', async () => {
    await as('dispatcher').query('select "id", "name", "email", "role", "agency", "disabledAt" from identity."user"');
    for (const table of ['"session"', '"account"', '"twoFactor"', '"verification"', 'api_keys', 'invitations'])
      await expect(as('dispatcher').query(`select * from identity.${table}`)).rejects.toThrow(REFUSED);
    await expect(as('dispatcher').query(`update identity."user" set "role" = 'administrator'`)).rejects.toThrow(
      REFUSED,
    );
  });

  it.each(SERVICES)('%s cannot rewrite what is written once', async (service) => {
    for (const table of ['case_events', 'audit_entries', 'event_roots'])
      for (const statement of [`delete from ${table}`, `truncate ${table}`, `update ${table} set profile = 'x'`])
        await expect(as(service).query(statement), statement).rejects.toThrow(REFUSED);
  });
});
