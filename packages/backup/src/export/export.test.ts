import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderBlobStore } from '@lamro/archive';
import { insertFlaggedArticle, openTestDatabase, type TestDatabase } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeExport } from './write-export.ts';

const folder = mkdtempSync(join(tmpdir(), 'lamro-export-'));
const blobs = folderBlobStore(join(folder, 'archive'));
const BODY = 'dòng một\n"dòng hai", \\N \u0001 và , hết';
let database: TestDatabase;
let page: string;
let scan: string;

beforeAll(async () => {
  database = await openTestDatabase();
  await insertFlaggedArticle(database.pool, { profile: 'hai-phong', title: 'Tiêu đề, có "dấu"' });
  page = await blobs.put(Buffer.from('<html>trang</html>'));
  scan = await blobs.put(Buffer.from('ảnh quét'));
  await database.pool.query('update article_versions set snapshot_sha256 = $1, body = $2', [page, BODY]);
  await database.pool.query(
    `insert into attachments (profile, file_name, media_type, bytes, sha256, readable, uploaded_by)
     values ('hai-phong', 'b.pdf', 'application/pdf', 1, $1, false, 'u')`,
    [scan],
  );
  await database.pool.query(
    `insert into webhooks (profile, url, secret, created_by) values ('hai-phong', 'https://a.example/', 'whsec_kin', 'u')`,
  );
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const source = () => ({ databaseUrl: database.url, blobs });
const read = (out: string, name: string) => readFileSync(join(out, name), 'utf8');

describe('an export', () => {
  it('gives every table as lines of JSON, and every file that may leave', async () => {
    const out = join(folder, 'ndjson');
    const report = await writeExport(source(), out, 'ndjson');
    const lines = read(out, 'tables/public.article_versions.ndjson').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ title: 'Tiêu đề, có "dấu"', body: BODY }]);
    expect(report.rows).toMatchObject({ 'public.article_versions': 1, 'public.cases': 0, 'public.webhooks': 1 });
    expect(read(out, `files/${page.slice(0, 2)}/${page}`)).toBe('<html>trang</html>');
    expect(existsSync(join(out, 'files', scan.slice(0, 2), scan))).toBe(false);
    expect(report).toMatchObject({ files: 1, heldApart: [{ sha256: scan }], missingFiles: [] });
    expect(JSON.parse(read(out, 'export.json'))).toMatchObject({ format: 'lamro-export/1', files: 1 });
    for (const name of readdirSync(join(out, 'tables'))) {
      const rows = read(out, `tables/${name}`)
        .split('\n')
        .filter((line) => line !== '');
      expect(rows, name).toHaveLength(report.rows[name.replace(/\.ndjson$/, '')] ?? -1);
      for (const row of rows) JSON.parse(row);
    }
  });

  it('gives CSV that a spreadsheet reads', async () => {
    const out = join(folder, 'csv');
    await writeExport(source(), out, 'csv');
    const text = read(out, 'tables/public.article_versions.csv');
    expect(text.startsWith('\uFEFFid,profile,')).toBe(true);
    expect(text).toContain(`"${BODY.replaceAll('"', '""')}"`);
    expect(text).toContain('"Tiêu đề, có ""dấu"""');
  });

  it('leaves out every way in', async () => {
    const out = join(folder, 'plain');
    await writeExport(source(), out, 'ndjson');
    const { rows } = await database.pool.query<{ table: string; column: string }>(
      `select n.nspname || '.' || c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
       join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('public', 'identity') and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0
         and not a.attisdropped and a.attname ~* 'secret$|token$|token_sha256|key_sha256|password|backupCodes'`,
    );
    expect(rows.length).toBeGreaterThan(8);
    const { tables } = JSON.parse(read(out, 'export.json'));
    const given = tables.flatMap((table: { schema: string; name: string; columns: string[] }) =>
      table.columns.map((column) => `${table.schema}.${table.name}.${column}`),
    );
    expect(rows.map(({ table, column }) => `${table}.${column}`).filter((name) => given.includes(name))).toEqual([]);
    expect(read(out, 'tables/public.webhooks.ndjson')).not.toContain('whsec_kin');
  });

  it('writes into no folder that holds something', async () => {
    await expect(writeExport(source(), folder, 'csv')).rejects.toThrow(/không trống/);
  });
});
