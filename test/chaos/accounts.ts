import { createPool, type Pool, roleOf } from '@lamro/database';
import { SERVICES } from './order.ts';

/** The two database accounts of docs/operating.md: whose the ledger is, and what the services sign in as. */
export const ACCOUNTS = { owner: 'lamro_owner', services: 'lamro_app' } as const;
export type Account = keyof typeof ACCOUNTS;

/** Makes both, and gives the database at this address to its owner. */
export async function openAccounts(adminUrl: string, password: string): Promise<void> {
  const { pathname } = new URL(adminUrl);
  await withPool(adminUrl, async (pool) => {
    await pool.query(`create role ${ACCOUNTS.owner} login createrole password '${password}'`);
    await pool.query(`create role ${ACCOUNTS.services} login password '${password}'`);
    await pool.query(`alter database ${pathname.slice(1)} owner to ${ACCOUNTS.owner}`);
  });
}

/** Lets the services' account take the roles that migrations made, and keep the queue's own schema. */
export async function letIn(adminUrl: string): Promise<void> {
  const { pathname } = new URL(adminUrl);
  await withPool(adminUrl, async (pool) => {
    await pool.query(`grant ${SERVICES.map(roleOf).join(', ')} to ${ACCOUNTS.services}`);
    await pool.query(`grant create on database ${pathname.slice(1)} to ${ACCOUNTS.services}`);
  });
}

async function withPool(connectionString: string, work: (pool: Pool) => Promise<void>): Promise<void> {
  const pool = createPool({ connectionString, applicationName: 'chaos', max: 1 });
  try {
    await work(pool);
  } finally {
    await pool.end();
  }
}
