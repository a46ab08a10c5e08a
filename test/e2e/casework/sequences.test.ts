import { verifyChain } from '@lamro/casework';
import { listEvents } from '@lamro/database';
import { CASE_STATES, CASE_TRANSITIONS } from '@lamro/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Matter, type Office, openMatter, openOffice, prove } from './office.ts';

/** One province that assigns at once and one whose leader approves every assignment first. */
const PROFILES = ['hai-phong', 'lam-dong'] as const;
let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const reason = 'lý do';

/** Each step is given by whoever may give it; most are in the wrong state most of the time. */
const STEPS = {
  assign: (o: Office, m: Matter) => o.casework.assign(m.analyst, { caseId: m.caseId }),
  approveAssignment: (o: Office, m: Matter) => o.casework.approveAssignment(m.leader, { caseId: m.caseId }),
  rejectAssignment: (o: Office, m: Matter) => o.casework.rejectAssignment(m.leader, { caseId: m.caseId, reason }),
  accept: async (o: Office, m: Matter) => o.casework.accept(await m.officer(), { caseId: m.caseId }),
  returnCase: async (o: Office, m: Matter) =>
    o.casework.returnCase(await m.officer(), { caseId: m.caseId, reason, rightAgency: 'so-du-lich' }),
  draft: async (o: Office, m: Matter) =>
    o.casework.draft(await m.officer(), { caseId: m.caseId, title: 'Trả lời', body: 'Nội dung.' }),
  submit: async (o: Office, m: Matter) => o.casework.submit(await m.officer(), { caseId: m.caseId }),
  sendBack: (o: Office, m: Matter) => o.casework.sendBack(m.leader, { caseId: m.caseId, reason }),
  approve: (o: Office, m: Matter) => o.casework.approve(m.leader, { caseId: m.caseId }),
  release: async (o: Office, m: Matter) => {
    const response = await o.database.pool.query<{ id: string }>(
      'select id from responses where case_id = $1 order by id desc limit 1',
      [m.caseId],
    );
    const officer = await m.officer();
    const proof = await prove(o, m, 'press-release');
    return o.casework.release(officer, { caseId: m.caseId, responseId: response.rows[0]?.id ?? '1', proof });
  },
  withdraw: async (o: Office, m: Matter) => {
    const release = await o.database.pool.query<{ id: string }>(
      'select id from releases where case_id = $1 and withdrawn_at is null limit 1',
      [m.caseId],
    );
    return o.casework.withdrawRelease(m.leader, { caseId: m.caseId, releaseId: release.rows[0]?.id ?? '1', reason });
  },
  assignDossier: async (o: Office, m: Matter) =>
    o.casework.assignDossier(m.analyst, { caseId: m.caseId, agency: 'so-du-lich', reason }),
  acceptDossier: async (o: Office, m: Matter) =>
    o.casework.acceptDossier(o.actor(m.profile, 'officer', await m.dossier()), { caseId: m.caseId }),
  returnDossier: async (o: Office, m: Matter) => {
    const builder = o.actor(m.profile, 'officer', await m.dossier());
    return o.casework.returnDossier(builder, { caseId: m.caseId, reason, rightAgency: 'so-cong-thuong' });
  },
  publish: async (o: Office, m: Matter) => {
    const release = await o.database.pool.query<{ id: string }>(
      'select id from releases where case_id = $1 order by id desc limit 1',
      [m.caseId],
    );
    return o.casework.publishClarification(m.coordinator, {
      caseId: m.caseId,
      releaseId: release.rows[0]?.id ?? '1',
      documentNumber: '1/TB',
      sourceUrl: 'https://example.vn/1',
    });
  },
  recordOutcome: async (o: Office, m: Matter) =>
    o.casework.recordOutcome(await m.officer(), {
      caseId: m.caseId,
      articleId: m.articleId,
      outcome: 'corrected',
      note: 'đã sửa',
    }),
  close: (o: Office, m: Matter) => o.casework.close(m.analyst, { caseId: m.caseId }),
  closeWithoutResponse: (o: Office, m: Matter) =>
    o.casework.closeWithoutResponse(m.leader, { caseId: m.caseId, reach: 'nhỏ', amplification: 'có', reason }),
  reopen: (o: Office, m: Matter) => o.casework.reopen(m.analyst, { caseId: m.caseId, reason }),
  withdrawRecord: (o: Office, m: Matter) => o.casework.withdrawRecord(m.coordinator, { recordId: m.recordId, reason }),
} as const;
type Step = keyof typeof STEPS;

/** The order in which the work usually goes, so that random sequences get far enough to be worth it. */
const USUAL: readonly Step[] = [
  'assign',
  'approveAssignment',
  'accept',
  'draft',
  'submit',
  'approve',
  'release',
  'recordOutcome',
  'close',
];

/**
 * Walked before any random sequence, so that how far the walk gets does not rest on luck: to the end and open again,
 * a proposal refused, a case returned, an answer sent back, and an answer withdrawn after its release.
 */
const KNOWN: readonly (readonly Step[])[] = [
  [...USUAL, 'reopen'],
  ['assign', 'rejectAssignment', 'assign', 'approveAssignment', 'returnCase'],
  ['assign', 'approveAssignment', 'accept', 'draft', 'submit', 'sendBack', 'draft', 'submit', 'approve'],
  ['assign', 'approveAssignment', 'accept', 'draft', 'submit', 'approve', 'release', 'withdraw', 'close'],
  ['closeWithoutResponse'],
];

const sequences: fc.Arbitrary<readonly (Step | readonly Step[])[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...USUAL) },
    { weight: 2, arbitrary: fc.constantFrom(...Object.keys(STEPS).filter((name): name is Step => name in STEPS)) },
    { weight: 1, arbitrary: fc.integer({ min: 3, max: USUAL.length }).map((length) => USUAL.slice(0, length)) },
  ),
  { minLength: 5, maxLength: 14 },
);

const ALLOWED = new Set(
  Object.values(CASE_TRANSITIONS).flatMap(({ from, to }) => from.map((state) => `${state}>${to}`)),
);

async function checkHistory(matter: Matter): Promise<void> {
  const events = await listEvents(office.database.pool, matter.caseId);
  let approvedBy: string | null = null;
  for (const event of events) {
    expect(CASE_STATES).toContain(event.toState);
    const moved = event.fromState !== null && event.fromState !== event.toState;
    if (moved)
      expect(ALLOWED, `${event.command}: ${event.fromState} > ${event.toState}`).toContain(
        `${event.fromState}>${event.toState}`,
      );
    if (event.command === 'approve') {
      expect(event.fromState).toBe('submitted');
      expect(event.actorRole).toBe('leader');
      approvedBy = event.actorId;
    }
    // A new round of answering wants a new approval.
    if (event.toState === 'sent-back' || event.toState === 'responding') approvedBy = null;
    if (event.command === 'release') expect(approvedBy, 'a release without approval').not.toBeNull();
    if (event.command === 'close-without-response') expect(event.actorRole).toBe('leader');
  }
  expect(events[0]?.command).toBe('open');
  const releases = await office.database.pool.query(
    `select 1 from releases l join responses r on r.id = l.response_id
     where l.case_id = $1 and (r.approved_by is null or r.submitted_at is null)`,
    [matter.caseId],
  );
  expect(releases.rowCount).toBe(0);
}

describe('sequences of commands', () => {
  it('reach every state and no undefined one, and skip neither review nor approval', async () => {
    const reached = new Set<string>();
    const examples = PROFILES.flatMap((profile) => KNOWN.map((steps): [string, readonly Step[]] => [profile, steps]));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom<string[]>(...PROFILES), sequences, async (profile, steps) => {
        const matter = await openMatter(office, profile);
        reached.add(await matter.state());
        for (const step of steps.flat()) {
          await STEPS[step](office, matter).catch((error: unknown) => {
            if (!(error instanceof Error && error.name === 'CommandRefused')) throw error;
          });
          reached.add(await matter.state());
        }
        await checkHistory(matter);
      }),
      { numRuns: 60, examples },
    );
    for (const profile of PROFILES) expect((await verifyChain(office.database.pool, profile)).ok).toBe(true);
    expect(CASE_STATES.filter((state) => !reached.has(state))).toEqual([]);
  }, 600_000);
});
