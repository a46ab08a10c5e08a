import { setTimeout as sleep } from 'node:timers/promises';
import { startCaseload } from './caseload.ts';
import type { Fault } from './faults.ts';
import { verify } from './verdict.ts';
import { PROFILE, type World } from './world.ts';

export interface Round {
  readonly fault: string;
  readonly backend: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly violations: readonly string[];
}

export interface RoundOptions {
  /** Articles that come out while the fault lasts. */
  readonly articles: number;
  /** How long everything may take to be in order again. */
  readonly settleWithinMs: number;
}

const POLL_MS = 2_000;
const DEADLINE_GRACE_MS = 60_000;

/** Publishes, works on cases and spoils things at the same time; then waits for order and verifies. */
export async function playRound(world: World, fault: Fault, options: RoundOptions): Promise<Round> {
  const caseload = startCaseload(world.desks);
  const press = publish(world, options.articles);
  const began = performance.now();
  const done = await fault.play(world);
  const spoilt = performance.now();
  await world.crew.allAtWork();
  const recoveredAt = Date.now();
  const startSeconds = Math.round((performance.now() - spoilt) / 1_000);
  tell(`${fault.name}: over, waiting for order`);
  const faultSeconds = (performance.now() - began) / 1_000;
  await press;
  const late = watchDeadlines(world, recoveredAt);
  await caseload.finish();
  tell(`${fault.name}: ${caseload.finished()} cases at their end`);
  world.acknowledged.push(...caseload.acknowledged);
  const settled = await settle(world, options.settleWithinMs);
  const latest = await late.stop();
  tell(`${fault.name}: ${settled === null ? 'no order' : `in order after ${Math.round(settled / 1_000)} s`}`);
  const verdict = await verify(world.pool(), truthOf(world));
  const violations = [
    ...verdict.violations,
    ...caseload.surprises.map((surprise) => `unexplained answer: ${surprise}`),
    ...(settled === null ? [`not in order again after ${options.settleWithinMs / 1_000} s`] : []),
    ...(latest > DEADLINE_GRACE_MS ? [`a deadline was reminded of ${Math.round(latest / 1_000)} s late`] : []),
  ];
  const counts = {
    'fault s': Math.round(faultSeconds),
    'all at work after s': startSeconds,
    ...done,
    ...verdict.counts,
    'cases finished': caseload.finished(),
    'fates learnt by looking': caseload.learnt(),
    'latest deadline s': Math.round(latest / 1_000),
    'in order after s': settled === null ? -1 : Math.round(settled / 1_000),
  };
  return { fault: fault.name, backend: world.backend, counts, violations };
}

/** Progress goes beside the result, which is read by programs. */
function tell(line: string): void {
  process.stderr.write(`${new Date().toISOString()} ${line}\n`);
}

function truthOf(world: World) {
  return {
    profile: PROFILE,
    // The ledger knows addresses without the slash at their end.
    published: world.newsroom.truth().map((article) => article.url.replace(/\/$/, '')),
    acknowledged: world.acknowledged,
    letters: world.receivers.letters,
    calls: world.receivers.calls,
  };
}

const PUBLISH_EVERY_MS = 700;

async function publish(world: World, articles: number): Promise<void> {
  for (let out = 0; out < articles && world.newsroom.publishNext() !== null; out++) await sleep(PUBLISH_EVERY_MS);
}

/** Milliseconds until every article is judged and every notice has had its attempt; null when that takes too long. */
async function settle(world: World, withinMs: number): Promise<number | null> {
  const began = performance.now();
  while (performance.now() - began < withinMs) {
    if (await inOrder(world)) return performance.now() - began;
    await sleep(POLL_MS);
  }
  return null;
}

async function inOrder(world: World): Promise<boolean> {
  const { counts } = await verify(world.pool(), truthOf(world));
  const { rows } = await world.pool().query<{ open: number }>(
    `select (select count(*) from notices where profile = $1 and planned_at is null)::int
       + (select count(*) from deliveries where profile = $1 and state = 'waiting' and attempts = 0)::int
       + (select count(*) from deadlines where profile = $1 and rule = 'thu-pha' and reminded_due_at is null)::int as open`,
    [PROFILE],
  );
  const open = rows[0]?.open ?? 0;
  if (counts['lost'] === 0 && open === 0) return true;
  tell(`${counts['lost']} of ${counts['published']} articles and ${open} notices to come`);
  return false;
}

/** Watches by this machine's own clock how long a deadline that is over waits for its reminder. */
function watchDeadlines(world: World, recoveredAt: number): { stop(): Promise<number> } {
  let latest = 0;
  let watching = true;
  const watch = async (): Promise<void> => {
    while (watching) {
      const { rows } = await world.pool().query<{ due: Date }>(
        `select min(due_at) as due from deadlines where profile = $1 and rule = 'thu-pha' and reminded_due_at is null
         having min(due_at) is not null`,
        [PROFILE],
      );
      const due = rows[0]?.due;
      if (due !== undefined) latest = Math.max(latest, Date.now() - Math.max(recoveredAt, due.getTime()));
      await sleep(POLL_MS);
    }
  };
  const running = watch();
  return {
    stop: async () => {
      watching = false;
      await running;
      return latest;
    },
  };
}
