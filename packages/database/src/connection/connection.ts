import pg from 'pg';

/** Anything that runs one statement: a pool, or a client inside a transaction. */
export interface Queryable {
  query<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<pg.QueryResult<Row>>;
}

export type Pool = pg.Pool;

export interface PoolOptions {
  readonly connectionString: string;
  /** Largest number of connections this process holds. */
  readonly max?: number;
  /** Shown in pg_stat_activity. */
  readonly applicationName: string;
  /** Called with errors of idle connections, which would otherwise end the process. */
  readonly onIdleError?: (error: Error) => void;
}

/**
 * Opens a pool. Nothing connects before the first query. `bigint` and `date` stay text: ids are opaque, days have no zone.
 *
 * @example const pool = createPool({ connectionString, applicationName: 'api' })
 */
export function createPool(options: PoolOptions): Pool {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: options.max ?? 10,
    application_name: `lamro-${options.applicationName}`,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
    types: { getTypeParser: parserFor },
  });
  pool.on('error', options.onIdleError ?? (() => undefined));
  return pool;
}

const DATE_OID = 1082;

function parserFor(oid: number, format?: 'text' | 'binary') {
  if (oid === DATE_OID && format !== 'binary') return (text: string) => text;
  return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
}

/**
 * Runs `work` in one transaction: committed when it returns, rolled back when it throws.
 *
 * @throws what `work` threw
 */
export async function inTransaction<Result>(pool: Pool, work: (client: Queryable) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection lost while it is in hand says so by an event, and an event that nobody hears ends the process.
  const lost = (error: Error) => {
    broken = error;
  };
  client.on('error', lost);
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    // A connection that cannot even roll back must not return to the pool.
    await client.query('rollback').catch((rollbackError: Error) => {
      broken = rollbackError;
    });
    throw error;
  } finally {
    // The last word of a lost connection may come after this: its listener stays.
    if (broken === undefined) client.off('error', lost);
    client.release(broken);
  }
}

/**
 * The only row of a result.
 *
 * @throws when there is none, naming `what` was looked for
 */
export function onlyRow<Row extends pg.QueryResultRow>(result: pg.QueryResult<Row>, what: string): Row {
  const row = result.rows[0];
  if (row === undefined) throw new RowMissing(what);
  return row;
}

export class RowMissing extends Error {
  constructor(what: string) {
    super(`không tìm thấy ${what}`);
    this.name = 'RowMissing';
  }
}
