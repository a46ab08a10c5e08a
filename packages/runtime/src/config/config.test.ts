import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, loadConfig } from './config.ts';

describe('loadConfig', () => {
  it('lets overrides win over the environment and the environment over the file', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'lamro-config-')), 'lamro.env');
    writeFileSync(file, 'PORT=1000\nLAMRO_PROFILE=tra-vinh\nLOG_LEVEL=warn\n');
    const config = loadConfig({ PORT: '3000' }, { LAMRO_CONFIG_FILE: file, PORT: '2000', LAMRO_PROFILE: 'cao-bang' });
    expect([config.PORT, config.LAMRO_PROFILE, config.LOG_LEVEL]).toEqual([3000, 'cao-bang', 'warn']);
  });

  it('reads a secret from the file that NAME_FILE names', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'lamro-config-')), 'secret');
    writeFileSync(file, `${'s'.repeat(40)}\n`);
    expect(loadConfig({}, { AUTH_SECRET_FILE: file }).AUTH_SECRET).toBe('s'.repeat(40));
  });

  it.each([
    [{ PORT: 'eighty' }, /PORT phải là số cổng/],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL phải là địa chỉ/],
    [{ AUTH_SECRET: 'short' }, /AUTH_SECRET cần ít nhất 32/],
    [{ LAMRO_CONFIG_FILE: '/nowhere/at/all' }, /LAMRO_CONFIG_FILE chỉ tới/],
  ])('names the variable and the remedy: %j', (environment, message) => {
    expect(() => loadConfig({}, environment)).toThrow(ConfigError);
    expect(() => loadConfig({}, environment)).toThrow(message);
  });

  it('has no default for any secret', () => {
    expect(loadConfig({}, {}).AUTH_SECRET).toBeUndefined();
  });
});
