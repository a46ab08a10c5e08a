import type { Actor } from '@lamro/access';
import { type Casework, createCasework } from '@lamro/casework';
import { createPool, type Pool } from '@lamro/database';
import { loadProfile } from '@lamro/profiles';
import type { Figure } from '../figure.ts';
import { type FilledLedger, PROFILE } from './open.ts';

const CLIENTS = 20;
const CASES = 20;
const COMMANDS = 2_000;

/** Commands on cases by many people at once: each locks its case, checks right and state, and writes one event of the chain. */
export async function measureCommands(filled: FilledLedger): Promise<readonly Figure[]> {
  const pool = createPool({ connectionString: filled.url, applicationName: 'bench-commands', max: CLIENTS });
  try {
    const casework = createCasework({ pool, profiles: loadProfile, findSecrecyMarks: () => [] });
    const flags = await pool.query<{ id: string }>(
      `select f.id from flags f where f.profile = $1 and f.state = 'open' order by f.id desc limit $2`,
      [PROFILE, CASES],
    );
    const cases: { caseId: string; officer: Actor }[] = [];
    for (const { id } of flags.rows) cases.push(await openOn(casework, pool, id));
    let given = 0;
    const client = async () => {
      while (given < COMMANDS) {
        const serial = given++;
        const one = cases[serial % cases.length];
        if (one === undefined) throw new Error('no case was opened');
        await casework.draft(one.officer, {
          caseId: one.caseId,
          title: `Bản thứ ${serial}`,
          body: 'Nội dung trả lời.',
        });
      }
    };
    const started = performance.now();
    await Promise.all(Array.from({ length: CLIENTS }, client));
    const seconds = (performance.now() - started) / 1_000;
    return [
      {
        name: 'ledger.commands-per-second',
        value: COMMANDS / seconds,
        unit: '1/s',
        note: `${COMMANDS} drafts on ${cases.length} cases by ${CLIENTS} clients at once, each one event of its case's chain`,
      },
    ];
  } finally {
    await pool.end();
  }
}

const person = (role: Actor['role'], agency: string | null): Actor => ({
  id: `bench-${role}`,
  name: role,
  profile: PROFILE,
  role,
  agency,
});

/** A case on a flag, assigned and accepted by the agency of its route. */
async function openOn(casework: Casework, pool: Pool, flagId: string): Promise<{ caseId: string; officer: Actor }> {
  const analyst = person('analyst', null);
  await casework.reviewFlag(analyst, {
    flagId,
    decision: 'confirmed',
    verdict: 'distorted',
    reason: 'Khác số liệu chính thức.',
  });
  const { caseId } = await casework.openCase(analyst, { flagIds: [flagId] });
  const lead = 'so-y-te';
  const { state } = await casework.assign(analyst, { caseId, agency: lead, reason: 'Đo tốc độ.' });
  if (state === 'awaiting-assignment') await casework.approveAssignment(person('leader', null), { caseId });
  const row = await pool.query<{ lead: string }>('select lead_agency as lead from cases where id = $1', [caseId]);
  const officer = person('officer', row.rows[0]?.lead ?? lead);
  await casework.accept(officer, { caseId });
  return { caseId, officer };
}
