import { countRows, createPool, listBlobsAfter, type Pool, type Queryable } from '@lamro/database';
import type { BlobStore } from '@lamro/domain';
import type { ChainProof, Summary } from '../manifest/manifest.ts';

export interface Verification {
  readonly ok: boolean;
  readonly tables: number;
  readonly rows: number;
  readonly chains: readonly ChainProof[];
  /** Blobs that were read back and whose bytes have their hash. */
  readonly blobs: number;
  /** What does not agree with the backup, in Vietnamese; none when ok. */
  readonly differences: readonly string[];
}

const BLOBS_AT_ONCE = 1_000;

/** Compares a restored installation with what the backup said of the old one: rows, chains and daily roots, and every blob's bytes. */
export async function verifyRestored(
  target: { readonly databaseUrl: string; readonly blobs: BlobStore },
  summary: Summary,
  proveChains: (db: Queryable) => Promise<readonly ChainProof[]>,
): Promise<Verification> {
  const pool = createPool({ connectionString: target.databaseUrl, applicationName: 'restore', max: 2 });
  try {
    const counts = await countRows(pool);
    const chains = await proveChains(pool);
    const archive = await readBlobs(pool, target.blobs, new Set(summary.missingBlobs));
    const differences = [...compareRows(summary, counts), ...compareChains(summary, chains), ...archive.differences];
    const rows = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return { ok: differences.length === 0, tables: counts.size, rows, chains, blobs: archive.blobs, differences };
  } finally {
    await pool.end();
  }
}

function compareRows(summary: Summary, counts: ReadonlyMap<string, number>): string[] {
  return Object.entries(summary.rows).flatMap(([table, rows]) => {
    const found = counts.get(table);
    // A later release may have split or renamed a table while bringing it forward; it then says so by another number.
    return found === rows ? [] : [`bảng ${table}: sao lưu ${rows} dòng, khôi phục ${found ?? 'không có bảng'}`];
  });
}

function compareChains(summary: Summary, chains: readonly ChainProof[]): string[] {
  const found = new Map(chains.map((chain) => [chain.profile, JSON.stringify(plain(chain))]));
  const broken = chains.filter(({ ok }) => !ok).map(({ profile }) => `chuỗi sự kiện của ${profile} bị đứt`);
  const changed = summary.chains.flatMap((chain) =>
    found.get(chain.profile) === JSON.stringify(plain(chain))
      ? []
      : [`chuỗi sự kiện của ${chain.profile} khác lúc sao lưu`],
  );
  return [...broken, ...changed];
}

function plain({ profile, ok, cases, events, roots }: ChainProof): ChainProof {
  return { profile, ok, cases, events, roots };
}

async function readBlobs(pool: Pool, store: BlobStore, missing: ReadonlySet<string>) {
  const differences: string[] = [];
  let blobs = 0;
  for (let after = ''; ; ) {
    const batch = await listBlobsAfter(pool, after, BLOBS_AT_ONCE);
    for (const sha256 of batch.filter((hash) => !missing.has(hash))) {
      try {
        await store.get(sha256);
        blobs++;
      } catch (error) {
        differences.push(error instanceof Error ? error.message : String(error));
      }
    }
    const last = batch.at(-1);
    if (last === undefined) return { blobs, differences };
    after = last;
  }
}
