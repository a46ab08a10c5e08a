import {
  type EventRoot,
  type EventRow,
  findCaseHeads,
  listEventRoots,
  listEvents,
  listProfileCases,
  type Queryable,
} from '@lamro/database';
import { CHAIN_START, hashEvent } from '../event/chain.ts';
import { endOfDay } from './day.ts';
import { merkleRoot } from './merkle.ts';

export interface BrokenLink {
  readonly caseId: string;
  readonly number: string;
  /** Place in the case's chain; null where a whole case or its end is at fault. */
  readonly seq: number | null;
  /** In Vietnamese. */
  readonly why: string;
}

export interface ChainReport {
  readonly profile: string;
  readonly ok: boolean;
  readonly cases: number;
  readonly events: number;
  readonly roots: number;
  readonly firstBroken: BrokenLink | null;
  /** First day whose root no longer follows from the events; null when all do. */
  readonly brokenRoot: { readonly day: string; readonly why: string } | null;
}

/**
 * Recomputes every link of every case of a province, and every daily root, and names the first that does not hold.
 *
 * @example (await verifyChain(pool, 'thai-binh')).ok
 */
export async function verifyChain(db: Queryable, profile: string): Promise<ChainReport> {
  const cases = await listProfileCases(db, profile);
  let events = 0;
  let firstBroken: BrokenLink | null = null;
  for (const row of cases) {
    const chain = await listEvents(db, row.id);
    events += chain.length;
    firstBroken ??= breakIn(row, chain);
  }
  const roots = await listEventRoots(db, profile);
  const brokenRoot = await firstBrokenRoot(db, roots);
  const ok = firstBroken === null && brokenRoot === null;
  return { profile, ok, cases: cases.length, events, roots: roots.length, firstBroken, brokenRoot };
}

function breakIn(
  row: { readonly id: string; readonly number: string; readonly state: string; readonly version: number },
  chain: readonly EventRow[],
): BrokenLink | null {
  const broken = (seq: number | null, why: string) => ({ caseId: row.id, number: row.number, seq, why });
  let previous: { hash: string; state: string | null } = { hash: CHAIN_START, state: null };
  for (const [index, event] of chain.entries()) {
    if (event.seq !== index + 1) return broken(index + 1, `thiếu sự kiện thứ ${index + 1}`);
    if (event.previousHash !== previous.hash) return broken(event.seq, 'không nối với sự kiện trước');
    if (event.fromState !== previous.state) return broken(event.seq, 'trạng thái trước không khớp sự kiện trước');
    if (hashEvent(event) !== event.hash) return broken(event.seq, 'nội dung không khớp mã băm');
    previous = { hash: event.hash, state: event.toState };
  }
  if (chain.length === 0) return broken(null, 'hồ sơ không có sự kiện nào');
  // Each event made one version of the case, the first one version 2.
  if (row.version !== chain.length + 1)
    return broken(null, `hồ sơ ở phiên bản ${row.version} nhưng có ${chain.length} sự kiện`);
  if (row.state !== previous.state)
    return broken(null, `hồ sơ ở trạng thái ${row.state} nhưng sự kiện cuối là ${previous.state}`);
  return null;
}

async function firstBrokenRoot(db: Queryable, roots: readonly EventRoot[]): Promise<ChainReport['brokenRoot']> {
  for (const sealed of roots) {
    const heads = await findCaseHeads(db, sealed.profile, endOfDay(sealed.day));
    const root = merkleRoot(heads);
    if (root !== sealed.root) return { day: sealed.day, why: `gốc đã chốt ${sealed.root}, tính lại ${root}` };
  }
  return null;
}
