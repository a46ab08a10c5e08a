import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QUEUE_NAMES } from '@lamro/queue';
import { configSchema, loadConfig } from '@lamro/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { startSystem } from './local/system.ts';

const INFRA = import.meta.dirname;
const ROOT = join(INFRA, '..');
const text = (...path: string[]) => readFileSync(join(INFRA, ...path), 'utf8');
const SETTINGS = new Set(Object.keys(configSchema.shape));
const settingOf = (name: string) => name.replace(/_FILE$/, '');

const rulesSchema = z.object({
  groups: z.array(
    z.object({
      rules: z.array(
        z.object({
          alert: z.string(),
          expr: z.string(),
          annotations: z.object({ runbook: z.string(), summary: z.string() }),
        }),
      ),
    }),
  ),
});
const boardSchema = z.object({
  uid: z.string(),
  panels: z.array(z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })).min(1) })).min(1),
});
const alerts = rulesSchema.parse(parse(text('alerts', 'lamro.rules.yml'))).groups.flatMap(({ rules }) => rules);
const boards = readdirSync(join(INFRA, 'dashboards'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => boardSchema.parse(JSON.parse(text('dashboards', name))));

describe('alerts and dashboards', () => {
  const home = mkdtempSync(join(tmpdir(), 'lamro-scrape-'));
  /** Label names of each series of a real scrape; empty where it has no value yet. */
  const series = new Map<string, Set<string>>();
  let scrape = '';

  beforeAll(async () => {
    const system = await startSystem(loadConfig({ LAMRO_HOME: join(home, 'data'), PORT: '0' }, {}), false);
    for (const path of ['/readyz', '/', '/api/v1/articles', '/api/v1/khong-co-gi'])
      await (await fetch(system.address + path)).arrayBuffer();
    scrape = await (await fetch(`${system.address}/metrics`)).text();
    await system.shutdown.run();
    for (const [, name = '', kind] of scrape.matchAll(/^# TYPE (\S+) (\S+)$/gm))
      for (const each of kind === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name])
        series.set(each, new Set());
    for (const [, name = '', labels = ''] of scrape.matchAll(/^([a-z_]+)\{([^}]*)\}/gm))
      for (const [, label = ''] of labels.matchAll(/(\w+)=/g)) series.get(name)?.add(label);
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('every alert has a runbook, and every runbook an alert', () => {
    for (const { alert, annotations } of alerts) {
      expect(annotations.runbook).toBe(`infra/runbooks/${alert}.md`);
      expect(readFileSync(join(ROOT, annotations.runbook), 'utf8')).toMatch(
        /^# \w+\n[\s\S]+## Xem gì\n1\. [\s\S]+## Làm gì\n- /,
      );
    }
    const written = readdirSync(join(INFRA, 'runbooks')).map((name) => name.replace('.md', ''));
    expect(written.toSorted()).toEqual(alerts.map(({ alert }) => alert).toSorted());
  });

  it('name only metrics, with labels, that a running installation shows', () => {
    const expressions = [
      ...alerts.map(({ expr }) => expr),
      ...boards.flatMap(({ panels }) => panels.flatMap(({ targets }) => targets.map(({ expr }) => expr))),
    ];
    const used = expressions.flatMap((expr) => [...expr.matchAll(/\b((?:lamro|process|nodejs)_\w+)(?:\{([^}]*)\})?/g)]);
    expect(used.length).toBeGreaterThan(30);
    for (const [whole, name = '', matchers = ''] of used) {
      expect(series.has(name), `${whole}: no such metric`).toBe(true);
      const known = series.get(name) ?? new Set();
      const asked = [...matchers.matchAll(/(\w+)\s*[=!]~?/g)].map(([, label]) => label ?? '');
      // Prometheus itself adds these; a series without a value yet shows no labels.
      const own = asked.filter((label) => !['job', 'service', 'instance'].includes(label));
      if (known.size > 0) for (const label of own) expect([...known], whole).toContain(label);
    }
  });

  it('requests are measured by part and class of status, never by path', () => {
    const counted = [...scrape.matchAll(/^lamro_request_seconds_count\{(.*)\} (\d+)$/gm)].map(([, labels]) => labels);
    expect(counted.toSorted()).toEqual([
      'part="api",status="4xx"',
      'part="desk",status="2xx"',
      // The start page sends whoever is not signed in to the sign-in page.
      'part="desk",status="3xx"',
      'part="operations",status="2xx"',
    ]);
  });

  it('the runbooks name only metrics that there are', () => {
    for (const { annotations } of alerts)
      for (const [name] of readFileSync(join(ROOT, annotations.runbook), 'utf8').matchAll(/\blamro_\w+/g))
        expect(series.has(name), `${annotations.runbook}: ${name}`).toBe(true);
  });
});

const composeSchema = z.object({
  services: z.record(
    z.string(),
    z.looseObject({
      command: z.array(z.string()).optional(),
      environment: z.record(z.string(), z.string()).optional(),
      read_only: z.boolean().optional(),
      user: z.string().optional(),
      cap_drop: z.array(z.string()).optional(),
      networks: z.array(z.string()),
    }),
  ),
  networks: z.record(z.string(), z.object({ internal: z.boolean().optional() })),
});
const compose = composeSchema.parse(parse(text('compose.yaml'), { merge: true }));
const SERVICES = ['api', 'crawler', 'classifier', 'dispatcher'];

describe('compose.yaml', () => {
  it.each(SERVICES)('runs %s without rights, by settings that there are', (name) => {
    const service = compose.services[name];
    expect(service).toMatchObject({ read_only: true, user: '10001:10001', cap_drop: ['ALL'] });
    expect(service?.command).toEqual([`services/${name}/src/main.ts`]);
    for (const setting of Object.keys(service?.environment ?? {})) expect(SETTINGS).toContain(settingOf(setting));
  });

  it('keeps database and queue from the network outside, and the queue from forgetting jobs', () => {
    expect(compose.networks['inside']?.internal).toBe(true);
    for (const name of ['postgres', 'valkey', 'classifier'])
      expect(compose.services[name]?.networks).toEqual(['inside']);
    const command = compose.services['valkey']?.command?.join(' ');
    expect(command).toContain('--maxmemory-policy noeviction');
    expect(command).toContain('--appendonly yes');
  });
});

describe('Dockerfile', () => {
  const steps = text('Dockerfile').replaceAll('\\\n', '');

  it('builds with the Node and pnpm that everything else runs on, from files that there are', () => {
    const manifest = z
      .object({ devDependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
    expect(steps).toContain(`ARG NODE=${manifest.devDependencies['node']}`);
    expect(steps).toContain(/pnpm@[\d.]+/.exec(text('install.mjs'))?.[0]);
    for (const [, sources = ''] of steps.matchAll(/^COPY (?!--from)(.+) \S+$/gm))
      for (const source of sources.trim().split(/\s+/)) expect(existsSync(join(ROOT, source)), source).toBe(true);
  });

  it('ends as an account without rights, with a health check on the port of operations', () => {
    const last = steps.slice(steps.lastIndexOf('\nFROM '));
    expect(last).toMatch(/^USER 10001:10001$/m);
    const port = /OPERATIONS_PORT=(\d+)/.exec(last)?.[1];
    expect(last).toContain(`http://127.0.0.1:${port}/healthz`);
  });
});

describe('the chart', () => {
  const values = z
    .object({
      settings: z.record(z.string(), z.string()),
      services: z.record(
        z.string(),
        z.object({ script: z.string(), replicas: z.number(), scaling: z.object({ queue: z.string() }).optional() }),
      ),
    })
    .parse(parse(text('helm', 'values.yaml')));

  it('runs every service on more than one node, scaled by queues that there are, by settings that there are', () => {
    expect(Object.keys(values.services).toSorted()).toEqual(SERVICES.toSorted());
    for (const { script, replicas, scaling } of Object.values(values.services)) {
      expect(existsSync(join(ROOT, script))).toBe(true);
      expect(replicas).toBeGreaterThan(1);
      if (scaling !== undefined) expect(QUEUE_NAMES).toContain(scaling.queue);
    }
    for (const name of Object.keys(values.settings)) expect(SETTINGS).toContain(name);
  });
});
