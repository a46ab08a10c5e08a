import { readFileSync } from 'node:fs';
import { insertDeadline } from '@lamro/database';
import { loadCalendar, loadProfile, parseCalendar, reportOccasions } from '@lamro/profiles';
import { openTestDatabase, type TestDatabase } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recountDeadlines } from './recount-deadlines.ts';
import { remindOfReports } from './remind-of-reports.ts';

const profile = loadProfile('hai-phong');
const RULE = 'opinion-on-activity';
let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
  await database.pool.query(
    "insert into profiles (id, name, content, content_hash) values ('hai-phong', 'Hải Phòng', '{}', 'x')",
  );
  await database.pool.query(
    `insert into identity."user" ("id", "name", "email", "emailVerified", "role", "profile", "createdAt", "updatedAt")
     values ('c1', 'Đầu mối', 'c1@lamro.example', true, 'coordinator', 'hai-phong', now(), now())`,
  );
});
afterAll(() => database.close());

async function titles(kind: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ title: string }>(
    'select title from notices where kind = $1 order by id',
    [kind],
  );
  return rows.map((row) => row.title);
}

describe('recountDeadlines', () => {
  it('moves running clocks when a holiday is entered, tells once, and leaves the others', async () => {
    const calendar = loadCalendar();
    const { deadline } = await import('@lamro/profiles');
    const startsAt = '2026-06-01T02:00:00Z';
    const counted = deadline(profile, calendar, { rule: RULE, startsAt });
    const running = {
      profile: 'hai-phong',
      caseId: null,
      assignmentId: null,
      rule: RULE,
      startsAt: new Date(startsAt),
    };
    const id = await insertDeadline(database.pool, {
      ...running,
      dueAt: new Date(counted.dueAt),
      steps: counted.steps,
      citation: counted.citation,
      basis: 'law',
    });
    await insertDeadline(database.pool, {
      ...running,
      rule: 'rule-of-old',
      dueAt: new Date(counted.dueAt),
      steps: [],
      citation: null,
      basis: 'internal',
    });
    expect(await recountDeadlines(database.pool, profile, calendar)).toMatchObject({
      moved: 0,
      unknown: [expect.any(String)],
    });

    const changed = withHoliday(counted.dueAt);
    expect((await recountDeadlines(database.pool, profile, changed)).moved).toBe(1);
    expect((await recountDeadlines(database.pool, profile, changed)).moved).toBe(0);
    const { rows } = await database.pool.query<{ due_at: Date }>('select due_at from deadlines where id = $1', [id]);
    expect(rows[0]?.due_at.getTime()).toBeGreaterThan(Date.parse(counted.dueAt));
    expect(await titles('deadline-moved')).toHaveLength(1);
  });
});

describe('remindOfReports', () => {
  it('reminds once a fortnight and once three days before the last day, and not after it', async () => {
    const calendar = loadCalendar();
    const dated = reportOccasions(profile, calendar, 2026).find((occasion) => occasion.duty.day !== null);
    expect(dated).toBeDefined();
    const at = (day: string) => new Date(`${day}T03:00:00Z`);
    const [first = '', second = ''] = dated?.remindOn ?? [];
    const before = (await titles('report-due')).length;
    await remindOfReports(database.pool, profile, calendar, at(first));
    const afterFirst = (await titles('report-due')).length;
    await remindOfReports(database.pool, profile, calendar, at(first));
    expect(afterFirst).toBeGreaterThan(before);
    const { rows } = await database.pool.query<{ body: string }>("select body from notices where kind = 'report-due'");
    expect(rows.every((row) => /muộn nhất ngày \d\d\/\d\d\/2026 \(.*Điều \d+/.test(row.body))).toBe(true);
    expect((await titles('report-due')).length).toBe(afterFirst);
    await remindOfReports(database.pool, profile, calendar, at(second));
    expect((await titles('report-due')).length).toBeGreaterThan(afterFirst);
  });
});

/** The calendar that comes with the software, with the day that a clock ends on made a holiday. */
function withHoliday(dueAt: string) {
  const path = new URL('../../../../packages/profiles/data/calendar/viet-nam.yaml', import.meta.url).pathname;
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' }).format(
    new Date(dueAt),
  );
  const content = readFileSync(path, 'utf8').replace(
    /^yearly:$/m,
    `yearly:\n  - { day: "${day.slice(5)}", since: ${day.slice(0, 4)}, why: "nghỉ thử" }`,
  );
  return parseCalendar(content, path);
}
