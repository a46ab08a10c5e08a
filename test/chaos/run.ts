import { setTimeout as sleep } from 'node:timers/promises';
import { startCaseload } from './caseload.ts';
import type { Fault } from './fault.ts';
import { verify } from './verdict.ts';
import { PROFILE, type World } from './world.ts';

export interface Round {
  readonly fault: string;
  readonly backend: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly violations: readonly string[];
}

export interface RoundOptions {
  /** Articles that come out evenly while the fault lasts. */
  readonly articles: number;
  /** How long everything may take to be in order again. */
  readonly settleWithinMs: number;
}

const POLL_MS = 2_000;
const DEADLINE_GRACE_S = 60;

/** Publishes, works on cases and spoils things at the same time; then waits for order and verifies. */
export async function playRound(world: World, fault: Fault, options: RoundOptions): Promise<Round> {
  const caseload = startCaseload(world.desks);
  const began = performance.now();
  const press = publish(world, options.articles, () => fault.share(performance.now() - began));
  const deniedBefore = world.crew.denied();
  const done = await fault.play(world, { casesFinished: caseload.finished }).catch(reasonOf);
  const spoilt = performance.now();
  await world.crew.allAtWork();
  const late = watchDeadlines(world, Date.now());
  const startSeconds = secondsSince(spoilt);
  tell(`${fault.name}: over, waiting for order`);
  await press.finish();
  await caseload.finish();
  tell(`${fault.name}: ${caseload.finished()} cases at their end`);
  world.acknowledged.push(...caseload.acknowledged);
  const settled = await settle(world, options.settleWithinMs);
  const latest = await late.stop();
  tell(`${fault.name}: ${settled === null ? 'no order' : `in order after ${settled} s`}`);
  const verdict = await verify(world.pool(), truthOf(world));
  const denied = world.crew.denied() - deniedBefore;
  const violations = [
    ...verdict.violations,
    ...(typeof done === 'string' ? [`not played to its end: ${done}`] : []),
    ...caseload.surprises.map((surprise) => `unexplained answer: ${surprise}`),
    ...(settled === null ? [`not in order again after ${options.settleWithinMs / 1_000} s`] : []),
    ...(denied > 0 ? [`the database refused a service something ${denied} times`] : []),
    ...(latest > DEADLINE_GRACE_S ? [`a deadline was reminded of ${latest} s late`] : []),
  ];
  const counts = {
    'fault s': Math.round((spoilt - began) / 1_000),
    'all at work after s': startSeconds,
    ...(typeof done === 'string' ? {} : done),
    ...verdict.counts,
    'cases finished': caseload.finished(),
    'fates learnt by looking': caseload.learnt(),
    'latest deadline s': latest,
    'in order after s': settled ?? -1,
  };
  return { fault: fault.name, backend: world.backend, counts, violations };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function secondsSince(began: number): number {
  return Math.round((performance.now() - began) / 1_000);
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

const PRESS_PAUSE_MS = 200;

/** Brings out articles as the share of the fault grows, and those that are left when it is over. */
function publish(world: World, articles: number, share: () => number): { finish(): Promise<void> } {
  let [over, out] = [false, 0];
  const print = async (): Promise<void> => {
    for (; out < articles; await sleep(PRESS_PAUSE_MS)) {
      if (!over && out >= articles * share()) continue;
      if (world.newsroom.publishNext() === null) return;
      out += 1;
    }
  };
  const printing = print();
  return {
    finish: async () => {
      over = true;
      await printing;
      if (out < articles) throw new Error(`the press had only ${out} of ${articles} articles left`);
    },
  };
}

/** Seconds until every article is judged and every notice has had its attempt; null when that takes too long. */
async function settle(world: World, withinMs: number): Promise<number | null> {
  const began = performance.now();
  while (performance.now() - began < withinMs) {
    if (await inOrder(world)) return secondsSince(began);
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
      return Math.round(latest / 1_000);
    },
  };
}
