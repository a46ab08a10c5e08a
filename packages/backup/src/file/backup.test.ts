import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderBlobStore } from '@lamro/archive';
import { verifyChain } from '@lamro/casework';
import { BLOB_COLUMNS, listProfileIds, type Queryable } from '@lamro/database';
import { insertFlaggedArticle, openTestDatabase, type TestDatabase } from '@lamro/testkit';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BackupDamaged, WrongKey } from './problem.ts';
import { checkBackup, restoreBackup } from './restore-backup.ts';
import { verifyRestored } from './verify-restored.ts';
import { writeBackup } from './write-backup.ts';

const folder = mkdtempSync(join(tmpdir(), 'lamro-backup-'));
const identity = await generateIdentity();
const key = { recipients: [await identityToRecipient(identity)] };
const opening = { identities: [identity] };
const home = join(folder, 'home');
const blobs = folderBlobStore(join(home, 'archive'));
const whole = join(folder, 'whole.lamro');
let database: TestDatabase;
let held: string;

async function proveChains(db: Queryable) {
  return Promise.all((await listProfileIds(db)).map((profile) => verifyChain(db, profile)));
}

const source = () => ({ databaseUrl: database.url, blobs, home, software: 'test', authFingerprint: null, proveChains });

beforeAll(async () => {
  database = await openTestDatabase();
  for (const profile of ['hai-phong', 'cao-bang']) await insertFlaggedArticle(database.pool, { profile });
  mkdirSync(join(home, 'templates'), { recursive: true });
  writeFileSync(join(home, 'secrets.json'), '{"auth":"x"}');
  writeFileSync(join(home, 'templates', 'cong-van.docx'), 'PK');
  writeFileSync(join(home, 'lamro.lock'), '1 1');
  const page = await blobs.put(Buffer.from('<html>trang</html>'));
  await database.pool.query('update article_versions set snapshot_sha256 = $1, body = $2', [page, 'dòng\n\\N\t\\.\n']);
  const [readable, scan] = await Promise.all(['đọc được', 'ảnh quét'].map((text) => blobs.put(Buffer.from(text))));
  held = scan ?? '';
  await database.pool.query(
    `insert into attachments (profile, file_name, media_type, bytes, sha256, readable, uploaded_by, certified_at)
     values ('hai-phong', 'a.pdf', 'application/pdf', 1, $1, true, 'u', null), ('hai-phong', 'b.pdf', 'application/pdf', 1, $2, false, 'u', null)`,
    [readable, scan],
  );
  await writeBackup(source(), key, whole);
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

/** An empty database of its own, and a folder beside. */
async function openEmpty() {
  const empty = await openTestDatabase();
  await empty.pool.query('drop schema public, identity cascade');
  await empty.pool.query('create schema public');
  const place = mkdtempSync(join(folder, 'restored-'));
  return { empty, target: { databaseUrl: empty.url, blobs: folderBlobStore(join(place, 'archive')), home: place } };
}

async function tablesIn(empty: TestDatabase): Promise<number> {
  return (
    await empty.pool.query("select 1 from pg_tables where schemaname not in ('pg_catalog', 'information_schema')")
  ).rows.length;
}

describe('a backup', () => {
  it('comes back whole: every row, sequences, triggers, keys, blobs and small files', async () => {
    const { empty, target } = await openEmpty();
    const { summary, homeFiles } = await restoreBackup(whole, opening, async () => target);
    expect(await verifyRestored(target, summary, proveChains)).toMatchObject({ ok: true, differences: [], blobs: 2 });
    for (const table of [
      'article_versions',
      'flags',
      'official_records',
      'changes',
      'attachments',
      'retention_policies',
    ]) {
      const rows = (pool: TestDatabase['pool']) => pool.query(`select to_jsonb(t) as row from ${table} t order by 1`);
      expect((await rows(empty.pool)).rows, table).toEqual((await rows(database.pool)).rows);
    }
    expect(homeFiles).toEqual(['secrets.json', 'templates/cong-van.docx']);
    expect(existsSync(join(target.home, 'lamro.lock'))).toBe(false);
    const more = await insertFlaggedArticle(empty.pool, { profile: 'hai-phong', title: 'Bài sau khi khôi phục' });
    expect(Number(more.articleId)).toBeGreaterThan(2);
    await expect(
      empty.pool.query("insert into flags (profile, article_id, article_version_id, score) values ('x', 1, 1, 1)"),
    ).rejects.toThrow(/foreign key|duplicate/);
    const triggers = (pool: TestDatabase['pool']) =>
      pool.query(
        'select tgrelid::regclass::text, tgname, tgenabled from pg_trigger where not tgisinternal order by 1, 2',
      );
    expect((await triggers(empty.pool)).rows).toEqual((await triggers(database.pool)).rows);
    const keys = (pool: TestDatabase['pool']) =>
      pool.query(
        "select conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated from pg_constraint where contype in ('f', 'c') and conparentid = 0 order by 1, 2",
      );
    expect((await keys(empty.pool)).rows).toEqual((await keys(database.pool)).rows);
    await empty.close();
  });

  it('leaves a file that nobody can read behind until a person certifies it, and says so', async () => {
    const { manifest, summary } = await checkBackup(whole, opening);
    expect(manifest.heldApart).toEqual([{ id: '2', caseNumber: null, sha256: held }]);
    expect([summary.blobs, summary.missingBlobs]).toEqual([2, []]);
    const { empty, target } = await openEmpty();
    await restoreBackup(whole, opening, async () => target);
    expect(await target.blobs.has(held)).toBe(false);
    await empty.close();
    await database.pool.query('update attachments set certified_by = $1, certified_at = now() where sha256 = $2', [
      'u',
      held,
    ]);
    const certified = await writeBackup(source(), key, join(folder, 'certified.lamro'));
    expect([certified.heldApart, certified.blobs]).toEqual([[], 3]);
  });

  it('names blobs that the archive has lost', async () => {
    const lost = 'f'.repeat(64);
    await database.pool.query(
      `insert into attachments (profile, file_name, media_type, bytes, sha256, readable, uploaded_by) values ('hai-phong', 'c.pdf', 'x', 1, $1, true, 'u')`,
      [lost],
    );
    const report = await writeBackup(source(), key, join(folder, 'lost.lamro'));
    expect(report.missingBlobs).toEqual([lost]);
    const spoiled = await blobs.put(Buffer.from('sẽ hỏng'));
    await database.pool.query('update attachments set sha256 = $1 where sha256 = $2', [spoiled, lost]);
    writeFileSync(join(home, 'archive', spoiled.slice(0, 2), `${spoiled.slice(2)}.gz`), 'hỏng');
    expect((await writeBackup(source(), key, join(folder, 'spoiled.lamro'))).missingBlobs).toEqual([spoiled]);
  });

  it('is never written over another, and leaves nothing behind when it fails', async () => {
    await expect(writeBackup(source(), key, whole)).rejects.toThrow(/đã có/);
    const failing = { ...source(), proveChains: async () => Promise.reject(new Error('đứt')) };
    await expect(writeBackup(failing, key, join(folder, 'failed.lamro'))).rejects.toThrow('đứt');
    expect(readdirSync(folder).filter((name) => name.startsWith('failed'))).toEqual([]);
  });

  it('opens with the same passphrase', async () => {
    const file = join(folder, 'passphrase.lamro');
    const phrase = { passphrase: 'một câu mật khẩu đủ dài' };
    await writeBackup(source(), phrase, file);
    expect((await checkBackup(file, phrase)).summary.blobs).toBeGreaterThan(1);
    await expect(checkBackup(file, { passphrase: 'một câu mật khẩu khác hẳn' })).rejects.toThrow(WrongKey);
    await expect(writeBackup(source(), { recipients: ['age1x'] }, join(folder, 'no.lamro'))).rejects.toThrow(
      /BACKUP_RECIPIENT/,
    );
  });

  it('holds every column that names a blob', async () => {
    const { rows } = await database.pool.query<{ table: string; column: string }>(
      `select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
         and a.attname like '%sha256' and a.attname not like '%token\\_sha256' and not a.attisdropped`,
    );
    // Hashes of words that stand in the ledger itself, not of bytes in the archive.
    const words = ['case_texts.sha256', 'case_events.reason_sha256'];
    const named = rows.map(({ table, column }) => `${table}.${column}`).filter((name) => !words.includes(name));
    expect(named.sort()).toEqual(BLOB_COLUMNS.map(({ table, column }) => `${table}.${column}`).sort());
  });
});

describe('a restore refuses', () => {
  async function refused(file: string, why: typeof BackupDamaged | typeof WrongKey, by = opening) {
    const { empty, target } = await openEmpty();
    await expect(restoreBackup(file, by, async () => target)).rejects.toThrow(why);
    expect(await tablesIn(empty)).toBe(0);
    expect(readdirSync(target.home)).toEqual([]);
    await empty.close();
  }

  it('another key', async () => refused(whole, WrongKey, { identities: [await generateIdentity()] }));

  it.each([0.1, 0.5, 0.99])('a file that is cut off at %d of its length', async (share) => {
    const bytes = readFileSync(whole);
    const file = join(folder, 'cut.lamro');
    writeFileSync(file, bytes.subarray(0, Math.floor(bytes.length * share)));
    await refused(file, BackupDamaged);
  });

  it.each([0.2, 0.6, 0.999])('a file with one byte changed at %d of its length', async (share) => {
    const bytes = readFileSync(whole);
    const at = Math.floor(bytes.length * share);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const file = join(folder, 'changed.lamro');
    writeFileSync(file, bytes);
    await refused(file, BackupDamaged);
  });

  it('what is no backup at all', async () => {
    const file = join(folder, 'noise.lamro');
    writeFileSync(file, randomBytes(100_000));
    await refused(file, BackupDamaged);
  });

  it('a database that holds something, naming it and the remedy, and leaves it alone', async () => {
    const { empty, target } = await openEmpty();
    await empty.pool.query('create table ghi_chu (x int)');
    await expect(restoreBackup(whole, opening, async () => target)).rejects.toThrow(
      /không trống \(có public\.ghi_chu\).*createdb/,
    );
    expect(await tablesIn(empty)).toBe(1);
    await empty.close();
  });

  it('rows that break a rule of the ledger, and leaves the database empty', async () => {
    const { empty, target } = await openEmpty();
    const client = await database.pool.connect();
    await client.query('alter table flags drop constraint flags_article_id_fkey');
    await client.query('update flags set article_id = 999 where id = 1');
    const file = join(folder, 'broken-key.lamro');
    await writeBackup(source(), key, file);
    await client.query('update flags set article_id = 1 where id = 1');
    await client.query('alter table flags add foreign key (article_id) references articles (id)');
    client.release();
    await expect(restoreBackup(file, opening, async () => target)).rejects.toThrow(/flags_article_id_fkey/);
    expect(await tablesIn(empty)).toBe(0);
    await empty.close();
  });
});
