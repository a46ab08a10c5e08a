import type { BackendChoice } from './backend.ts';

/** Redis when the operator runs one, else the ledger's own server. */
export function chooseBackend(databaseUrl: string, redisUrl: string | undefined): BackendChoice {
  return redisUrl === undefined ? { kind: 'postgres', url: databaseUrl } : { kind: 'redis', url: redisUrl };
}
