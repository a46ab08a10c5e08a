import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiProblem, type Client } from '@lamro/client';
import { insertDeadline, type Pool } from '@lamro/database';
import { insertFlaggedArticle } from '../../packages/testkit/src/flagged-article.ts';

/** A command whose success the API has told us. */
export interface Acknowledged {
  readonly caseId: string;
  readonly seq: number;
  readonly state: string;
}

export interface Caseload {
  readonly acknowledged: readonly Acknowledged[];
  /** Cases that went the whole way to an approved answer. */
  readonly finished: () => number;
  /** Commands whose answer was lost and whose fate was learnt by looking. */
  readonly learnt: () => number;
  /** Answers that nothing here explains. */
  readonly surprises: readonly string[];
  /** Takes no new case and waits until those under way are at their end. */
  finish(): Promise<void>;
}

export interface Desks {
  readonly profile: string;
  readonly agency: string;
  readonly as: (role: 'analyst' | 'officer' | 'leader') => Client;
  /** Past the proxy; follows the database to wherever it is. */
  readonly pool: () => Pool;
}

interface Step {
  readonly caseId: string;
  readonly seq: number;
  readonly state: string;
  readonly version: string | undefined;
}

const RETRY_MS = 250;
/** A deadline of each case ends this long after it was opened. */
const SHORT_DEADLINE_MS = 12_000;

/** Takes case after case from flag to approved answer through the API, and never gives up on one that has begun. */
export function startCaseload(desks: Desks): Caseload {
  const acknowledged: Acknowledged[] = [];
  const surprises: string[] = [];
  let open = true;
  let finished = 0;
  let learnt = 0;
  const note = (step: Step): Step => {
    acknowledged.push({ caseId: step.caseId, seq: step.seq, state: step.state });
    return step;
  };
  const insist = async (name: string, call: (key: string) => Promise<Step>, look: () => Promise<Step | null>) => {
    for (let key = randomUUID(); ; ) {
      try {
        return note(await call(key));
      } catch (error) {
        const fate = fateOf(error);
        if (fate === 'surprise') surprises.push(`${name}: ${describe(error)}`);
        if (fate !== 'again') {
          const found = await until(look);
          if (found !== null) {
            learnt += 1;
            return found;
          }
          if (fate === 'surprise') throw error;
          key = randomUUID();
        }
        await sleep(RETRY_MS);
      }
    }
  };
  const work = async (): Promise<void> => {
    while (open) {
      try {
        await handle(desks, insist);
        finished += 1;
      } catch (error) {
        surprises.push(`case left: ${describe(error)}`);
      }
      await sleep(RETRY_MS);
    }
  };
  const running = work();
  return {
    acknowledged,
    surprises,
    finished: () => finished,
    learnt: () => learnt,
    finish: async () => {
      open = false;
      await running;
    },
  };
}

type Insist = (name: string, call: (key: string) => Promise<Step>, look: () => Promise<Step | null>) => Promise<Step>;

/** One case from its flag to its approved answer. */
async function handle(desks: Desks, insist: Insist): Promise<void> {
  const { profile, agency, as } = desks;
  const { flagId } = await until(() => insertFlaggedArticle(desks.pool(), { profile, sectors: ['health'] }));
  await confirm(desks, flagId);
  let step = await insist(
    'open',
    async (idempotencyKey) =>
      stepOf(await as('analyst').call('openCase', { body: { flagIds: [flagId] }, idempotencyKey })),
    () => lookAtFlag(desks, flagId),
  );
  const params = { caseId: step.caseId };
  await until(() => addShortDeadline(desks, params.caseId));
  const commands: readonly [
    string,
    (from: { ifMatch: string | undefined; idempotencyKey: string }) => Promise<Step>,
  ][] = [
    [
      'assign',
      async (from) =>
        stepOf(
          await as('analyst').call('assignCase', { params, ...from, body: { agency, reason: 'Thuộc lĩnh vực y tế.' } }),
        ),
    ],
    ['approve-assignment', async (from) => stepOf(await as('leader').call('approveAssignment', { params, ...from }))],
    ['accept', async (from) => stepOf(await as('officer').call('acceptCase', { params, ...from }))],
    [
      'draft',
      async (from) =>
        stepOf(
          await as('officer').call('draftResponse', {
            params,
            ...from,
            body: { title: 'Về chỉ tiêu', body: 'Chỉ tiêu tăng.' },
          }),
        ),
    ],
    [
      'submit',
      async (from) =>
        stepOf(
          await as('officer').call('submitResponse', {
            params,
            ...from,
            body: { acknowledge: true, note: 'Đã rà soát.' },
          }),
        ),
    ],
    ['approve', async (from) => stepOf(await as('leader').call('approveResponse', { params, ...from }))],
  ];
  for (const [name, command] of commands) {
    if (name === 'approve-assignment' && step.state !== 'awaiting-assignment') continue;
    const before = step;
    step = await insist(
      name,
      (idempotencyKey) => command({ ifMatch: before.version, idempotencyKey }),
      () => lookAtCase(desks, before),
    );
  }
}

async function confirm(desks: Desks, flagId: string): Promise<void> {
  await until(async () => {
    const flag = await desks.as('analyst').call('getFlag', { params: { id: flagId } });
    if (flag.data.state === 'confirmed') return true;
    // A key that was cut off stays closed for minutes; what the flag says and its version keep a second try from doubling.
    const from = { params: { id: flagId }, ifMatch: flag.version, idempotencyKey: randomUUID() };
    const body = { decision: 'confirmed', verdict: 'distorted', reason: 'Khác số liệu đã công bố.' } as const;
    await desks.as('analyst').call('reviewFlag', { ...from, body });
    return true;
  });
}

async function addShortDeadline({ pool, profile }: Desks, caseId: string): Promise<string> {
  const startsAt = new Date();
  const dueAt = new Date(startsAt.getTime() + SHORT_DEADLINE_MS);
  const about = { assignmentId: null, steps: [], citation: null, basis: 'internal' } as const;
  return insertDeadline(pool(), { profile, caseId, rule: 'thu-pha', startsAt, dueAt, ...about });
}

function stepOf({
  data,
  version,
}: {
  data: { caseId: string; seq: number; state: string };
  version: string | undefined;
}): Step {
  return { caseId: data.caseId, seq: data.seq, state: data.state, version };
}

async function lookAtFlag(desks: Desks, flagId: string): Promise<Step | null> {
  const { data } = await desks.as('analyst').call('getFlag', { params: { id: flagId } });
  return data.caseId === null ? null : lookAtCase(desks, { caseId: data.caseId, seq: 0 });
}

/** Where the case stands now, if it moved since. */
async function lookAtCase(desks: Desks, before: Pick<Step, 'caseId' | 'seq'>): Promise<Step | null> {
  const { data, version } = await desks.as('analyst').call('getCase', { params: { caseId: before.caseId } });
  const last = data.events.at(-1);
  if (last === undefined || last.seq <= before.seq) return null;
  return { caseId: before.caseId, seq: last.seq, state: last.toState, version };
}

/** `again`: nothing is known, the same key tells. `look`: the key can tell no more. */
function fateOf(error: unknown): 'again' | 'look' | 'surprise' {
  if (!(error instanceof ApiProblem)) return 'again';
  if (error.code === 'key-in-progress' || error.code === 'outcome-unknown' || error.code === 'version-changed')
    return 'look';
  return error.status >= 500 || error.status === 429 ? 'again' : 'surprise';
}

/** Asks again until it is answered: the system is meant to come back. */
async function until<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      if (tries >= 4_800) throw error;
      await sleep(RETRY_MS);
    }
  }
}

function describe(error: unknown): string {
  if (error instanceof ApiProblem) return `${error.status} ${error.code}: ${error.message}`;
  return error instanceof Error ? error.message : String(error);
}
