import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderBlobStore } from '@lamro/archive';
import { asRole, createPool, migrate, roleOf, SERVICES } from '@lamro/database';
import { insertFlaggedArticle, openTestDatabase, type TestDatabase } from '@lamro/testkit';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restoreBackup } from './restore-backup.ts';
import { verifyRestored } from './verify-restored.ts';
import { writeBackup } from './write-backup.ts';

const folder = mkdtempSync(join(tmpdir(), 'lamro-owner-'));
const suffix = randomBytes(4).toString('hex');
const [owner, account] = [`chu_${suffix}`, `dich_vu_${suffix}`];
const databases = [`cu_${suffix}`, `moi_${suffix}`];
const password = randomBytes(12).toString('hex');
let server: TestDatabase;

const urlOf = (role: string, name = '') => {
  const url = new URL(server.url);
  Object.assign(url, { username: role, password, pathname: `/${name}` });
  return url.href;
};

beforeAll(async () => {
  server = await openTestDatabase();
  await server.pool.query(`create role ${owner} login createrole password '${password}'`);
  await server.pool.query(`create role ${account} login password '${password}'`);
  // On an operator's own server the owner makes these roles itself; here other tests have made them already.
  for (const role of ['lamro_service', ...SERVICES.map(roleOf)])
    await server.pool.query(`grant ${role} to ${owner} with admin option`);
  for (const name of databases) await server.pool.query(`create database ${name} owner ${owner}`);
});
afterAll(async () => {
  for (const name of databases) await server.pool.query(`drop database ${name}`);
  await server.pool.query(`drop role ${account}`);
  await server.pool.query(`drop owned by ${owner} cascade`);
  await server.pool.query(`drop role ${owner}`);
  await server.close();
  rmSync(folder, { recursive: true });
});

describe('an owner who is no administrator of the server', () => {
  it('migrates, gives services their roles, backs up and restores', async () => {
    const [old = '', fresh = ''] = databases.map((name) => urlOf(owner, name));
    await migrate(old);
    const pool = createPool({ connectionString: old, applicationName: 'test', max: 2 });
    await insertFlaggedArticle(pool, { profile: 'hai-phong' });
    await pool.end();
    const identity = await generateIdentity();
    const file = join(folder, 'x.lamro');
    const blobs = folderBlobStore(join(folder, 'archive'));
    const proveChains = async () => [];
    await writeBackup(
      { databaseUrl: old, blobs, home: folder, software: 'test', authFingerprint: null, proveChains },
      { recipients: [await identityToRecipient(identity)] },
      file,
    );
    const target = { databaseUrl: fresh, blobs, home: folder };
    const { summary } = await restoreBackup(file, { identities: [identity] }, async () => target);
    expect(await verifyRestored(target, summary, proveChains)).toMatchObject({ ok: true });
    for (const service of SERVICES) await server.pool.query(`grant ${roleOf(service)} to ${account}`);
    for (const service of SERVICES) {
      const own = createPool({
        connectionString: asRole(urlOf(account, databases[1]), roleOf(service)),
        applicationName: 'test',
        max: 1,
      });
      const seen = await own.query('select id from profiles');
      await own.end();
      expect(seen.rows).toEqual([{ id: 'hai-phong' }]);
    }
  });
});
