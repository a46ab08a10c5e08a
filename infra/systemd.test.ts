import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { configSchema } from '@lamro/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const UNITS = join(import.meta.dirname, 'systemd');
const SERVICES = ['api', 'crawler', 'classifier', 'dispatcher'];
const folder = mkdtempSync(join(tmpdir(), 'lamro-units-'));
const names = readdirSync(UNITS).filter((name) => /\.(service|timer|target)$/.test(name));

beforeAll(() => {
  // The units name the place where an operator installs; here that is this checkout.
  for (const name of names)
    writeFileSync(join(folder, name), readFileSync(join(UNITS, name), 'utf8').replaceAll('/opt/lamro', ROOT));
});
afterAll(() => rmSync(folder, { recursive: true }));

const analyze = spawnSync('systemd-analyze', ['--version']);

describe('units of systemd', () => {
  it.skipIf(analyze.error !== undefined)('are taken by systemd without a word', () => {
    const loaded = names.map((name) => join(folder, name.replace('@.', '@api.')));
    for (const name of names.filter((one) => one.includes('@')))
      for (const service of SERVICES)
        writeFileSync(join(folder, name.replace('@', `@${service}`)), readFileSync(join(folder, name)));
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', ...loaded], { encoding: 'utf8' });
    // What stands elsewhere on this machine is not ours to judge.
    const ours = stderr.split('\n').filter((line) => line.includes('lamro'));
    expect([ours, status]).toEqual([[], 0]);
  });

  it('start every service that there is', () => {
    const target = readFileSync(join(UNITS, 'lamro.target'), 'utf8');
    for (const service of SERVICES) {
      expect(target).toContain(`lamro@${service}.service`);
      expect(readdirSync(join(ROOT, 'services', service, 'src'))).toContain('main.ts');
    }
  });

  it('come with settings that the services know', () => {
    const settings = parseEnv(readFileSync(join(UNITS, 'lamro.env.example'), 'utf8').replaceAll(/^# (?=[A-Z])/gm, ''));
    const known = Object.keys(configSchema.shape);
    expect(Object.keys(settings).filter((name) => !known.includes(name.replace(/_FILE$/, '')))).toEqual([]);
    expect(Object.keys(settings).length).toBeGreaterThan(15);
  });
});
