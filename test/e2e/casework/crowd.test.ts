import { createCasework, verifyChain } from '@lamro/casework';
import { createPool } from '@lamro/database';
import { loadProfile } from '@lamro/profiles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANSWER, assignMatter, type Matter, type Office, openMatter, openOffice } from './office.ts';

const PROFILE = 'tra-vinh';
const CLIENTS = 50;
const COMMANDS = 10_000;
const CASES = 25;
let office: Office;
const matters: Matter[] = [];

beforeAll(async () => {
  office = await openOffice();
  for (let n = 0; n < CASES; n++) {
    const matter = await openMatter(office, PROFILE);
    await assignMatter(office, matter);
    await office.casework.accept(await matter.officer(), { caseId: matter.caseId });
    await office.casework.draft(await matter.officer(), { caseId: matter.caseId, ...ANSWER });
    matters.push(matter);
  }
});
afterAll(() => office.close());

interface Tally {
  done: number;
  conflict: number;
  wrongState: number;
}

describe('many people at once', () => {
  it(`${COMMANDS} commands by ${CLIENTS} clients lose nothing and double nothing`, async () => {
    const pool = createPool({ connectionString: office.database.url, applicationName: 'crowd', max: CLIENTS });
    const casework = createCasework({ pool, profiles: loadProfile, findSecrecyMarks: () => [] });
    const before = await counts();
    const written: string[] = [];
    const tally: Tally = { done: 0, conflict: 0, wrongState: 0 };
    let given = 0;
    const client = async (id: number) => {
      let seen: number | undefined;
      while (given < COMMANDS) {
        const serial = given++;
        const matter = matters[(serial * 7 + id) % CASES];
        if (matter === undefined) throw new Error('no such matter');
        const { caseId } = matter;
        const officer = { ...(await matter.officer()), id: `client-${id}` };
        const mark = `lệnh ${serial} của ${id}`;
        // Every fourth client remembers the version it saw last, and is stale most of the time.
        const expected = id % 4 === 0 && seen !== undefined ? { expectedVersion: seen } : {};
        try {
          const result =
            serial % 50 === 0
              ? await casework.submit(officer, { caseId, note: mark, ...expected })
              : serial % 50 === 1
                ? await casework.sendBack(matter.leader, { caseId, reason: mark, ...expected })
                : await casework.draft(officer, { caseId, title: mark, body: mark, ...expected });
          seen = result.version;
          tally.done += 1;
          written.push(`${caseId}:${result.seq}`);
        } catch (error) {
          const code = error instanceof Error && 'code' in error ? error.code : error;
          if (code === 'conflict') tally.conflict += 1;
          else if (code === 'wrong-state' || code === 'check-failed') tally.wrongState += 1;
          else throw error;
        }
      }
    };
    try {
      await Promise.all(Array.from({ length: CLIENTS }, (_, id) => client(id)));
    } finally {
      await pool.end();
    }
    const after = await counts();
    expect(tally.done + tally.conflict + tally.wrongState).toBe(COMMANDS);
    expect(tally.done).toBeGreaterThan(COMMANDS / 4);
    expect(tally.conflict).toBeGreaterThan(0);
    // Each accepted command is one event and one version, and no two were given the same place.
    expect(after.events - before.events).toBe(tally.done);
    expect(after.versions - before.versions).toBe(tally.done);
    expect(new Set(written).size).toBe(tally.done);
    expect(after.drafts - before.drafts).toBe(after.draftEvents - before.draftEvents);
    expect(await verifyChain(office.database.pool, PROFILE)).toMatchObject({ ok: true, events: after.events });
    process.stdout.write(`${COMMANDS} lệnh, ${CLIENTS} người: ${JSON.stringify(tally)}\n`);
  }, 900_000);
});

async function counts() {
  const result = await office.database.pool.query<{
    events: number;
    draftEvents: number;
    drafts: number;
    versions: number;
  }>(
    `select (select count(*) from case_events)::int as events,
       (select count(*) from case_events where command = 'draft')::int as "draftEvents",
       (select count(*) from responses)::int as drafts, (select sum(version) from cases)::int as versions`,
  );
  const row = result.rows[0];
  if (row === undefined) throw new Error('no counts');
  return row;
}
