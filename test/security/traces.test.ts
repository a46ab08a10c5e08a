import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLogger } from '@lamro/runtime';
import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { HOSTILE } from '../../packages/desk/test/hostile.ts';
import { type Fortress, openFortress, PASSWORD } from './fortress.ts';
import { furnish } from './furnish.ts';
import { tell } from './tell.ts';

const ROOT = join(import.meta.dirname, '..', '..');
let fortress: Fortress;
beforeAll(async () => {
  fortress = await openFortress();
});
afterAll(() => fortress.close());

/** Every column of every table as text. */
async function everythingStored(): Promise<string> {
  const { pool } = fortress.database;
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'identity') and c.relkind in ('r', 'p') and not c.relispartition`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    // A webhook's own secret signs what is sent and has to be there; nothing else may know it.
    const hidden = name === 'public.webhooks' ? ` - 'secret' - 'former_secret'` : '';
    const { rows } = await pool.query<{ text: string }>(`select (to_jsonb(t)${hidden})::text as text from ${name} t`);
    texts.push(...rows.map(({ text }) => `${name} ${text}`));
  }
  return texts.join('\n');
}

describe('secrets', () => {
  it('stand in no log line, no event and no row after a day’s work, nor where something failed', async ({ task }) => {
    await furnish(fortress);
    const secrets = [...fortress.secrets];
    const json = { 'content-type': 'application/json', 'idempotency-key': 'mot-khoa-duy-nhat' };
    const made = await fortress.call('administrator', '/keys', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ name: 'máy chủ', scopes: ['read', 'write'] }),
    });
    secrets.push(z.object({ key: z.string() }).parse(await made.json()).key);
    const hook = await fortress.call('administrator', '/webhooks', {
      method: 'POST',
      headers: { ...json, 'idempotency-key': 'mot-khoa-thu-hai' },
      body: JSON.stringify({ url: 'https://nhan.example/x' }),
    });
    secrets.push(z.object({ secret: z.string() }).parse(await hook.json()).secret);
    const invitation = await fortress.call('administrator', '/accounts/invitations', {
      method: 'POST',
      headers: { ...json, 'idempotency-key': 'mot-khoa-thu-ba' },
      body: JSON.stringify({ email: 'moi@thu-nghiem.example', name: 'Mới', role: 'analyst' }),
    });
    const { link } = z.object({ link: z.string() }).parse(await invitation.json());
    secrets.push(new URL(link).searchParams.get('token') ?? link);
    const visitor = await fortress.visitor('analyst');
    const typed = 'mat-khau-go-nham-vao-o-thu-2026';
    await visitor.send('/sign-in', { method: 'POST', body: new URLSearchParams({ email: typed, password: typed }) });
    secrets.push(visitor.cookies.get('better-auth.session_token') ?? '', typed);
    // Faults of ours, with secrets in the request that met them.
    for (const path of ['/cases/1/files?fileName=x', '/nothing', '/keys/999999999999999999999'])
      await (await fortress.call('administrator', path, { method: 'POST', headers: json, body: PASSWORD })).text();
    const logged = fortress.log.join('\n');
    const stored = await everythingStored();
    for (const secret of secrets.filter((text) => text !== '')) {
      expect(logged.includes(secret), `trong nhật ký: ${secret.slice(0, 8)}…`).toBe(false);
      expect(stored.includes(secret), `trong cơ sở dữ liệu: ${secret.slice(0, 8)}…`).toBe(false);
    }
    tell(task, 'Bí mật trong nhật ký, sự kiện và dữ liệu', secrets.length * 2);
  });

  it('stand in no file of the tree', async ({ task }) => {
    const files = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' })
      .split('\0')
      .filter((file) => /\.(ts|mjs|js|json|ya?ml|sql|sh|md|conf|service|txt|env)$|Dockerfile|\.ci\//.test(file))
      // Addresses with a password in them are what that file tries the fetcher with.
      .filter((file) => !/pnpm-lock|\/eval\/|\/content\/|hostile-content\.ts$/.test(file));
    const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator, options: {} }] };
    const found: string[] = [];
    for (const file of files) {
      const source = { filePath: file, content: read(file), contentType: 'text' as const };
      const { messages } = await lintSource({ source, options: { config } });
      found.push(...messages.map(({ message, loc }) => `${file}:${loc.start.line} ${message}`));
    }
    expect(found).toEqual([]);
    expect(files.length).toBeGreaterThan(500);
    tell(task, 'Bí mật trong mã nguồn (tệp)', files.length);
  });
});

/** What somebody deletes while it is read is no secret. */
function read(file: string): string {
  try {
    return readFileSync(join(ROOT, file), 'utf8');
  } catch {
    return '';
  }
}

describe('foreign text in a log', () => {
  it('is one line of JSON, without anything that a terminal obeys', ({ task }) => {
    const lines: string[] = [];
    const logger = createLogger('thử', 'trace', { write: (line) => lines.push(line) });
    const texts = [
      ...HOSTILE,
      'x\n{"level":50,"msg":"giả"}',
      'x\r\n2026-11-22 ERROR giả',
      'x\u2028{"level":50}',
      'x\u2029y',
      '\u001b[2J\u001b[31mgiả',
      '\u009b31mgiả',
      '\u001b]0;giả\u0007',
      '\u202egiả\u2066',
      '\u0085giả',
      '\b\b\b\bgiả',
      '","level":50,"x":"',
      '\u0000',
    ];
    for (const text of texts) {
      const before = lines.length;
      logger.info({ title: text, err: new Error(text), nested: { deep: { text } } }, text);
      const line = lines.slice(before).join('');
      expect(lines.length, text).toBe(before + 1);
      expect(line.indexOf('\n'), text).toBe(line.length - 1);
      expect(z.looseObject({ level: z.number(), title: z.string() }).parse(JSON.parse(line))).toMatchObject({
        level: 30,
        title: text,
      });
      expect(line.slice(0, -1), text).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/);
    }
    tell(task, 'Chèn vào nhật ký', texts.length);
  });
});
