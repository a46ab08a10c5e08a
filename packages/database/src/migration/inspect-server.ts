import pg from 'pg';
import { TAKING } from '../connection/open-ledger.ts';
import { roleOf, SERVICES } from '../rights/service-rights.ts';

export interface ServerState {
  /** Extensions that the ledger uses and that are not there. */
  readonly missingExtensions: readonly string[];
  /** Tables that are written once and that this account may nevertheless change or empty. */
  readonly changeable: readonly string[];
  /** Whether this account is an administrator of the whole server. */
  readonly superuser: boolean;
  /** Whether this account may take the role of every service. */
  readonly takesServiceRoles: boolean;
  /** How far the server's clock is ahead of ours, in milliseconds. */
  readonly aheadMs: number;
  readonly encoding: string;
}

const EXTENSIONS = ['pg_trgm', 'unaccent', 'btree_gin'];
const WRITTEN_ONCE = ['case_events', 'audit_entries', 'event_roots'];

/**
 * Looks at what a server and an account are like, without changing anything.
 *
 * @throws when it cannot be reached
 */
export async function inspectServer(connectionString: string): Promise<ServerState> {
  const client = new pg.Client({ connectionString, application_name: 'lamro-doctor', connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const asked = Date.now();
    const { rows } = await client.query<{ now: Date; extensions: string[]; encoding: string; superuser: boolean }>(
      `select clock_timestamp() as now, array(select extname::text from pg_extension) as extensions,
         current_setting('server_encoding') as encoding, current_setting('is_superuser') = 'on' as superuser`,
    );
    const middle = (asked + Date.now()) / 2;
    const [server] = rows;
    const open = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relname = any($1)
         and (has_table_privilege(oid, 'update') or has_table_privilege(oid, 'delete') or has_table_privilege(oid, 'truncate'))
       order by 1`,
      [WRITTEN_ONCE],
    );
    const roles = await client.query(
      `select 1 from pg_roles where rolname = any($1) and pg_has_role(current_user, oid, ${TAKING})`,
      [SERVICES.map(roleOf)],
    );
    return {
      takesServiceRoles: roles.rowCount === SERVICES.length,
      missingExtensions: EXTENSIONS.filter((name) => server?.extensions.includes(name) !== true),
      changeable: open.rows.map(({ name }) => name),
      superuser: server?.superuser ?? false,
      aheadMs: Math.round((server?.now.getTime() ?? middle) - middle),
      encoding: server?.encoding ?? '',
    };
  } finally {
    await client.end();
  }
}
