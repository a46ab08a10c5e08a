import { createIdentity } from '@lamro/access';
import { createCasework, currentRoot, merkleRoot, verifyChain } from '@lamro/casework';
import { asServiceRole, createPool, listEvents } from '@lamro/database';
import { loadProfile } from '@lamro/profiles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerMatter, assignMatter, type Matter, type Office, openMatter, openOffice } from './office.ts';

const PROFILE = 'lam-dong';
const DAY = '2026-11-23';
let office: Office;
let matter: Matter;

beforeAll(async () => {
  office = await openOffice();
  for (let n = 0; n < 3; n++) {
    matter = await openMatter(office, PROFILE);
    await assignMatter(office, matter);
    await answerMatter(office, matter);
  }
});
afterAll(() => office.close());

/** Whoever owns the database can switch the triggers off; the test is what is seen afterwards. */
async function tamper(statement: string): Promise<() => Promise<void>> {
  const { pool } = office.database;
  const rows = await pool.query('select * from case_events order by case_id, seq');
  const cases = await pool.query('select id, state, version from cases');
  const client = await pool.connect();
  await client.query('alter table case_events disable trigger user');
  await client.query(statement, statement.includes('$1') ? [matter.caseId] : []);
  return async () => {
    await client.query('delete from case_events');
    for (const row of rows.rows) {
      const columns = Object.keys(row);
      const values = columns.map((column) => (column === 'evidence' ? JSON.stringify(row[column]) : row[column]));
      await client.query(
        `insert into case_events (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
        values,
      );
    }
    for (const row of cases.rows)
      await client.query('update cases set state = $2, version = $3 where id = $1', [row.id, row.state, row.version]);
    await client.query('alter table case_events enable trigger user');
    client.release();
  };
}

describe('verifyChain', () => {
  it('finds whole chains whole', async () => {
    const report = await verifyChain(office.database.pool, PROFILE);
    expect(report).toMatchObject({ ok: true, cases: 3, firstBroken: null });
    expect(report.events).toBeGreaterThan(15);
  });

  it.each([
    ['changed actor', "update case_events set actor_id = 'người khác' where case_id = $1 and seq = 3", 3],
    ['changed time', "update case_events set at = at + interval '1 hour' where case_id = $1 and seq = 2", 2],
    ['changed evidence', `update case_events set evidence = '{"flags":[]}' where case_id = $1 and seq = 1`, 1],
    ['changed reason hash', "update case_events set reason_sha256 = repeat('0', 64) where case_id = $1 and seq = 2", 2],
    ['removed event', 'delete from case_events where case_id = $1 and seq = 3', 3],
    [
      'removed last event',
      'delete from case_events e where case_id = $1 and seq = (select max(seq) from case_events where case_id = $1)',
      null,
    ],
    ['removed case history', 'delete from case_events where case_id = $1', null],
    ['changed case state', "update cases set state = 'closed' where id = $1", null],
  ] as const)('names the first broken link: %s', async (_what, statement, seq) => {
    const undo = await tamper(statement);
    try {
      const report = await verifyChain(office.database.pool, PROFILE);
      expect(report.ok).toBe(false);
      expect(report.firstBroken).toMatchObject({ caseId: matter.caseId, seq });
    } finally {
      await undo();
    }
    expect((await verifyChain(office.database.pool, PROFILE)).ok).toBe(true);
  });

  it('keeps the words of a reason apart: blanking them breaks nothing', async () => {
    await office.database.pool.query("update case_texts set body = '' where case_id = $1", [matter.caseId]);
    expect((await verifyChain(office.database.pool, PROFILE)).ok).toBe(true);
  });
});

describe('the daily root', () => {
  it('is written once, when the day is over, and shows a rewritten past', async () => {
    await expect(office.casework.sealDay(PROFILE, DAY)).rejects.toThrow(RangeError);
    office.clock.now = new Date('2026-11-23T17:00:00Z');
    const sealed = await office.casework.sealDay(PROFILE, DAY);
    expect(sealed.cases).toBe(3);
    expect(await office.casework.sealDay(PROFILE, DAY)).toEqual(sealed);
    expect(await currentRoot(office.database.pool, PROFILE, office.clock.now)).toEqual({ root: sealed.root, cases: 3 });
    const undo = await tamper('delete from case_events where case_id = $1');
    try {
      const report = await verifyChain(office.database.pool, PROFILE);
      expect(report.brokenRoot?.day).toBe(DAY);
    } finally {
      await undo();
    }
    await openMatter(office, PROFILE);
    expect(await verifyChain(office.database.pool, PROFILE)).toMatchObject({ ok: true, roots: 1 });
  });

  it('is caught up for the days on which nothing ran', async () => {
    office.clock.now = new Date('2026-11-27T02:00:00Z');
    expect(await office.casework.sealPastDays(PROFILE)).toEqual(['2026-11-24', '2026-11-25', '2026-11-26']);
    expect(await office.casework.sealPastDays(PROFILE)).toEqual([]);
    expect(await verifyChain(office.database.pool, PROFILE)).toMatchObject({ ok: true, roots: 4 });
  });

  it('differs for another order, another head and another number of cases', () => {
    const head = (caseId: string, hash = 'a') => ({ caseId, seq: 1, hash });
    const roots = [
      [],
      [head('1')],
      [head('1'), head('2')],
      [head('1'), head('2'), head('3')],
      [head('1'), head('2', 'b')],
    ].map(merkleRoot);
    expect(new Set(roots).size).toBe(roots.length);
    expect(merkleRoot([head('10'), head('9')])).toBe(merkleRoot([head('9'), head('10')]));
  });
});

describe('the role of the services', () => {
  it('does the whole work and can neither change nor remove an event', async () => {
    const url = asServiceRole(office.database.url);
    const pool = createPool({ connectionString: url, applicationName: 'service' });
    const identity = createIdentity({
      connectionString: url,
      secret: 'x'.repeat(40),
      baseUrl: 'http://127.0.0.1:8080',
    });
    try {
      const service = {
        ...office,
        casework: createCasework({ pool, profiles: loadProfile, findSecrecyMarks: () => [] }),
      };
      const own = await openMatter(service, PROFILE);
      await assignMatter(service, own);
      await answerMatter(service, own);
      expect(await listEvents(pool, own.caseId)).not.toEqual([]);
      const account = {
        name: 'Lan',
        role: 'analyst',
        agency: null,
        profile: PROFILE,
        password: 'một mật khẩu dài',
      } as const;
      await identity.createAccount({ ...account, email: 'lan@example.vn' });
      const signedIn = await identity.signIn({ email: 'lan@example.vn', password: account.password });
      expect(signedIn.kind).toBe('signed-in');
      const denied = [
        "update case_events set actor_id = 'x'",
        'delete from case_events',
        'truncate case_events',
        "update audit_entries set action = 'x'",
        'delete from audit_entries',
        'delete from event_roots',
        'alter table case_events disable trigger user',
        'drop table case_events',
      ];
      for (const statement of denied) {
        await expect(pool.query(statement), statement).rejects.toMatchObject({ code: '42501' });
      }
    } finally {
      await identity.close();
      await pool.end();
    }
  });

  it('is stopped by the ledger itself even as its owner', async () => {
    for (const statement of [
      "update case_events set actor_id = 'x'",
      'delete from event_roots',
      'truncate event_roots',
    ]) {
      await expect(office.database.pool.query(statement), statement).rejects.toMatchObject({ code: '42501' });
    }
  });
});
