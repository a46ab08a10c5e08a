import { type Actor, COMMANDS, type Command } from '@lamro/access';
import { findDeliveryPreference, findWebhookSecrets } from '@lamro/database';
import { ROLES, type Role } from '@lamro/domain';
import { loadProfile } from '@lamro/profiles';
import { openTestDatabase, type TestDatabase } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Casework, createCasework } from '../casework.ts';

const PROFILE = 'thai-binh';
const NOBODY = '999999999';
const DAY_MS = 24 * 3_600_000;
let at = new Date('2026-11-22T03:00:00Z');
let database: TestDatabase;
let casework: Casework;

function actor(role: Role, profile = PROFILE): Actor {
  return { id: role, name: role, profile, role, agency: null };
}
const administrator = actor('administrator');

beforeAll(async () => {
  database = await openTestDatabase();
  const { pool } = database;
  await pool.query(
    "insert into profiles (id, name, content, content_hash) values ('thai-binh', 'thai-binh', '{}', ''), ('cao-bang', 'cao-bang', '{}', '')",
  );
  for (const role of ROLES)
    await pool.query(
      `insert into identity."user" ("id", "name", "email", "emailVerified", "role", "profile", "agency") values ($1, $1, $2, true, $1, $3, $4)`,
      [role, `${role}@thu-nghiem.example`, PROFILE, role === 'officer' ? 'so-y-te' : null],
    );
  casework = createCasework({ pool, profiles: loadProfile, findSecrecyMarks: () => [], clock: { now: () => at } });
});
afterAll(() => database.close());

async function trail(): Promise<string[]> {
  const { rows } = await database.pool.query<{ action: string }>('select action from audit_entries order by at, id');
  return rows.map(({ action }) => action);
}

describe('webhooks', () => {
  it('change their secret in peace: for a day both sign, then only the new one', async () => {
    const url = 'https://nhan.thu-nghiem.example/hook';
    const first = await casework.addWebhook(administrator, { url, kinds: ['case-released'] });
    expect(first.secret).toMatch(/^whsec_[\w+/]{43}=$/);
    const next = await casework.rotateWebhook(administrator, { webhookId: first.webhookId });
    const secrets = (when: Date) => findWebhookSecrets(database.pool, url, when);
    expect(await secrets(at)).toEqual([next.secret, first.secret]);
    at = new Date(at.getTime() + DAY_MS);
    expect(await secrets(at)).toEqual([next.secret]);
    await casework.switchWebhook(administrator, { webhookId: first.webhookId, enabled: false });
    expect(await secrets(at)).toEqual([]);
    await casework.removeWebhook(administrator, { webhookId: first.webhookId });
    await expect(casework.rotateWebhook(administrator, { webhookId: first.webhookId })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await trail()).toEqual(['add-webhook', 'rotate-webhook', 'disable-webhook', 'remove-webhook']);
  });

  it.each(['ftp://nhan.example/', 'không phải địa chỉ', 'javascript:alert(1)'])(
    'refuse the address %s',
    async (url) => {
      await expect(casework.addWebhook(administrator, { url })).rejects.toMatchObject({ code: 'invalid-input' });
    },
  );

  it('take an address once, and know nothing of another province', async () => {
    const url = 'https://mot-lan.thu-nghiem.example/hook';
    const { webhookId } = await casework.addWebhook(administrator, { url });
    await expect(casework.addWebhook(administrator, { url })).rejects.toMatchObject({ code: 'conflict' });
    const foreign = actor('administrator', 'cao-bang');
    await expect(casework.rotateWebhook(foreign, { webhookId })).rejects.toMatchObject({ code: 'not-found' });
    await expect(casework.switchWebhook(foreign, { webhookId, enabled: false })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('wishes', () => {
  it('are kept as they were last said', async () => {
    const officer = actor('officer');
    const quiet = { from: '21:00', to: '06:30' };
    await casework.chooseNotices(officer, { email: true, quiet, digestHours: [16, 7, 7], mutedTopics: ['source'] });
    expect(await findDeliveryPreference(database.pool, officer.id)).toEqual({
      email: true,
      quietFrom: '21:00',
      quietTo: '06:30',
      digestHours: [7, 16],
      mutedTopics: ['source'],
    });
    await expect(
      casework.chooseNotices(officer, { email: true, quiet: { from: '9 giờ', to: '06:30' }, digestHours: [] }),
    ).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

describe('the rights', () => {
  const trials: readonly (readonly [string, Command, (who: Actor) => Promise<unknown>])[] = [
    ['addWebhook', 'webhook.change', (who) => casework.addWebhook(who, { url: `https://${who.id}.example/` })],
    ['rotateWebhook', 'webhook.change', (who) => casework.rotateWebhook(who, { webhookId: NOBODY })],
    ['switchWebhook', 'webhook.change', (who) => casework.switchWebhook(who, { webhookId: NOBODY, enabled: true })],
    ['removeWebhook', 'webhook.change', (who) => casework.removeWebhook(who, { webhookId: NOBODY })],
    ['decideDelivery', 'webhook.change', (who) => casework.decideDelivery(who, { deliveryId: NOBODY, again: true })],
    [
      'chooseNotices',
      'notice.read',
      (who) => casework.chooseNotices(who, { email: true, quiet: null, digestHours: [] }),
    ],
  ];

  it.each(trials)('%s', async (_, right, give) => {
    const roles: Partial<Record<Role, string>> = COMMANDS[right].roles;
    for (const role of ROLES) {
      const code = await give(actor(role)).then(
        () => 'done',
        (error: { code?: string }) => error.code,
      );
      expect(code === 'forbidden', `${role}: ${code}`).toBe(roles[role] === undefined);
    }
  });
});
