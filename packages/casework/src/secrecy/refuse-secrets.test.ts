import { loadProfile } from '@lamro/profiles';
import { openTestDatabase, type TestDatabase } from '@lamro/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCasework } from '../casework.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** What services report takes no words of people. */
const TRACKING = ['proposeOutcome', 'draftDueBriefing', 'draftDueReports', 'sealDay', 'sealPastDays'];

it('refuses words with a mark of secrecy in every command, and logs each attempt under its name', async () => {
  const casework = createCasework({
    pool: database.pool,
    profiles: loadProfile,
    findSecrecyMarks: (text) =>
      text.includes('TỐI MẬT') ? [{ level: 'TỐI MẬT', place: 'dòng 1', quote: 'TỐI MẬT' }] : [],
  });
  const actor = { id: 'analyst', name: 'analyst', profile: 'thai-binh', role: 'analyst', agency: null } as const;
  const commands = Object.entries(casework).filter(([name]) => !TRACKING.includes(name));
  expect(commands.length).toBeGreaterThan(60);
  for (const [name, command] of commands) {
    const given: unknown = Reflect.apply(command, undefined, [actor, { deep: [{ words: 'Độ mật: TỐI MẬT, số 5' }] }]);
    await expect(given, name).rejects.toMatchObject({
      code: 'secrecy-mark',
      message: expect.stringMatching(/^Nội dung có dấu chỉ độ mật "TỐI MẬT" nên không được lưu: .*rồi gửi lại\.$/),
    });
  }
  const logged = await database.pool.query(
    `select actor_id as who, action, object_kind as kind, object_id as command, detail from audit_entries order by id`,
  );
  expect(logged.rows).toEqual(
    commands.map(([command]) => ({
      who: 'analyst',
      action: 'secrecy-refused',
      kind: 'command',
      command,
      detail: { level: 'TỐI MẬT', place: 'dòng 1' },
    })),
  );
});
