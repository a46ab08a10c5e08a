import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPool, migrate, type Pool, startCluster } from '@lamro/database';
import { loadProfile } from '@lamro/profiles';
import { storeProfiles } from '../../../services/api/src/site/store-profiles.ts';
import { fillLedger } from './fill.ts';

export const PROFILE = 'hai-phong';
/** What a province may meet with in a day; a fuller ledger is one of more days. */
const ARTICLES_A_DAY = 2_000;
/** The folder is thrown away at the end, or belongs to whoever named it and listens on loopback only. */
const PASSWORD = 'figures-without-people-0123456789';

export interface FilledLedger {
  readonly pool: Pool;
  readonly url: string;
  readonly articles: number;
  readonly folder: string;
  /** Of the database on disk. */
  readonly bytes: number;
  close(): Promise<void>;
}

/** A ledger with that many articles, in a folder that is used again when it was named and filled before. */
export async function openFilledLedger(articles: number, named: string | null): Promise<FilledLedger> {
  const folder = named ?? mkdtempSync(join(tmpdir(), 'lamro-ledger-'));
  mkdirSync(folder, { recursive: true });
  const cluster = await startCluster({ dataDir: join(folder, 'postgres'), password: PASSWORD });
  await cluster.ensureDatabase('lamro');
  const url = cluster.url('lamro');
  await migrate(url);
  const pool = createPool({ connectionString: url, applicationName: 'bench', max: 20 });
  const mark = join(folder, `filled-${articles}`);
  if (!existsSync(mark)) {
    await storeProfiles(pool);
    const places = [...loadProfile(PROFILE).units].slice(0, 120).map((unit) => unit.code);
    const say = (line: string) => void process.stderr.write(`${line}\n`);
    await fillLedger({ pool, profile: PROFILE, places, articles, days: articles / ARTICLES_A_DAY, say });
    writeFileSync(mark, '');
  }
  const size = await pool.query<{ bytes: string }>('select pg_database_size(current_database()) as bytes');
  return {
    pool,
    url,
    articles,
    folder,
    bytes: Number(size.rows[0]?.bytes),
    close: async () => {
      await pool.end();
      await cluster.stop();
      if (named === null) rmSync(folder, { recursive: true, force: true });
    },
  };
}
