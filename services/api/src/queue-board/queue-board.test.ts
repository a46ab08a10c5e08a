import { randomBytes } from 'node:crypto';
import { createIdentity, type Identity } from '@lamro/access';
import { saveProfile } from '@lamro/database';
import { ROLES, type Role } from '@lamro/domain';
import { openQueues, type Queues } from '@lamro/queue';
import { createLogger } from '@lamro/runtime';
import { openTestDatabase, type TestDatabase } from '@lamro/testkit';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BOARD_PATH, queueBoard } from './queue-board.ts';

const ADDRESS = 'http://127.0.0.1:8123';

describe('queueBoard', () => {
  let database: TestDatabase;
  let identity: Identity;
  let queues: Queues;
  const app = new Hono();
  const cookies = new Map<Role, string>();
  const ask = (role: Role | null, path = BOARD_PATH, init: RequestInit = {}) =>
    app.request(`${ADDRESS}${path}`, {
      ...init,
      headers: { ...(role === null ? {} : { cookie: cookies.get(role) ?? '' }), ...init.headers },
    });

  beforeAll(async () => {
    database = await openTestDatabase();
    await saveProfile(database.pool, { id: 'thai-binh', name: 'Thái Bình', content: {}, contentHash: '' });
    const secret = randomBytes(32).toString('hex');
    identity = createIdentity({ connectionString: database.url, secret, baseUrl: ADDRESS });
    queues = await openQueues({ kind: 'postgres', url: database.url }, createLogger('test', 'silent'));
    app.use(BOARD_PATH, queueBoard(identity, queues));
    app.use(`${BOARD_PATH}/*`, queueBoard(identity, queues));
    for (const role of ROLES) cookies.set(role, await sessionOf(identity, role));
  });
  afterAll(async () => {
    await queues.close();
    await identity.close();
    await database.close();
  });

  it.each(ROLES)('opens to administrators and to nobody else: %s', async (role) => {
    const mayLook = role === 'administrator';
    expect((await ask(role)).status).toBe(mayLook ? 200 : 403);
    expect((await ask(role, `${BOARD_PATH}/api/queues`)).status).toBe(mayLook ? 200 : 403);
  });

  it('sends a stranger to the sign-in page, and a key opens nothing', async () => {
    const stranger = await ask(null);
    expect([stranger.status, stranger.headers.get('location')]).toEqual([
      303,
      '/sign-in?back=%2Fadministration%2Fqueues',
    ]);
    const [account] = (await identity.listAccounts('thai-binh')).filter(({ role }) => role === 'administrator');
    const { key } = await identity.createApiKey(account?.id ?? '', 'khóa', 1);
    expect((await ask(null, BOARD_PATH, { headers: { authorization: `Bearer ${key}` } })).status).toBe(303);
  });

  it('lets nobody change a queue, not even an administrator', async () => {
    const answer = await ask('administrator', `${BOARD_PATH}/api/queues/judge-version/pause`, { method: 'PUT' });
    expect(answer.status).toBe(405);
  });
});

async function sessionOf(identity: Identity, role: Role): Promise<string> {
  const email = `${role}@thu-nghiem.example`;
  const password = randomBytes(12).toString('hex');
  const agency = role === 'officer' ? 'so-y-te' : null;
  await identity.createAccount({ email, password, name: role, role, agency, profile: 'thai-binh' });
  const outcome = await identity.signIn({ email, password });
  if (!('headers' in outcome)) throw new Error(`${role} could not sign in: ${outcome.kind}`);
  return outcome.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
