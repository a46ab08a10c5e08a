import { ROLES } from '@lamro/domain';
import { QUEUE_NAMES } from '@lamro/queue';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { HOSTILE } from '../../packages/desk/test/hostile.ts';
import { openBrowser, type Visitor } from '../e2e/browser.ts';
import type { Browser } from './browsing.ts';
import { BACKENDS, type BackendKind, sample } from './extent.ts';
import { type Fortress, openFortress, PASSWORD } from './fortress.ts';
import { PAYLOADS, QUEUE_PAYLOADS } from './payloads.ts';
import { plantJobs, type RawJob } from './raw-jobs.ts';
import { tell } from './tell.ts';

const BOARD = '/administration/queues';
/** As many jobs as one page of the board shows. */
const A_PAGE = 10;
/** Each hostile script once, in one of the four places of HOSTILE: a browser takes seconds for a page of ten jobs. */
const SCRIPTS = HOSTILE.filter((_, index) => Math.floor((index * 4) / HOSTILE.length) === index % 4);
const boardSchema = z.looseObject({
  queues: z.array(
    z.looseObject({ name: z.string(), jobs: z.array(z.unknown()), counts: z.record(z.string(), z.number()) }),
  ),
});

describe.for(BACKENDS)('the board of the queues on %s', (backend: BackendKind) => {
  let fortress: Fortress;
  let administrator: Browser;
  /** What the browser ran, refused or was asked that only a text in a job can have brought. */
  const broken: string[] = [];
  /** Hostile jobs, half of them failed ones, as many as the server took. */
  let planted: readonly RawJob[] = [];

  beforeAll(async () => {
    fortress = await openFortress({ backend });
    administrator = await fortress.visitor('administrator');
    const texts = [...sample(SCRIPTS, 7), ...sample(QUEUE_PAYLOADS, 3)];
    const jobs = texts.flatMap((text, index): RawJob[] => [
      { id: `cho-${index}`, name: text, data: JSON.stringify({ [text]: text, url: text }) },
      { id: `${text}-${index}`, name: text, data: JSON.stringify([text]), failedReason: text },
    ]);
    planted = await plantJobs(fortress.queueing, fortress.database.pool, 'judge-version', jobs);
  });
  afterAll(() => fortress.close());

  async function openWatched(): Promise<Visitor> {
    const visitor = await openBrowser();
    const { page } = visitor;
    await page.exposeFunction('hacked', (n: unknown) => broken.push(`ran ${n}`));
    page.on('dialog', (dialog) => {
      broken.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('console', (message) => {
      if (/content.security.policy|refused to/i.test(message.text())) broken.push(`${page.url()} ${message.text()}`);
    });
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== fortress.address) broken.push(`asked ${request.url()}`);
    });
    await page.goto(`${fortress.address}/sign-in`);
    await page.fill('#email', fortress.emailOf('administrator'));
    await page.fill('#password', PASSWORD);
    await page.click('form[action="/sign-in"] button');
    await page.waitForURL(`${fortress.address}/`);
    broken.splice(0);
    return visitor;
  }

  const counts = async () => {
    const board = boardSchema.parse(JSON.parse((await administrator.get(`${BOARD}/api/queues`)).text));
    return board.queues.map(({ name, counts: states }) => [name, states]);
  };

  it('opens to administrators and to nobody else, and to no key', async ({ task }) => {
    const paths = [
      '',
      '/',
      '/queue/judge-version',
      '/api/queues',
      '/api/queues/judge-version/cho-0',
      '/api/redis/stats',
      '/static/x',
      '/nothing',
      '/../queues',
    ];
    let tried = 0;
    for (const path of paths) {
      expect((await fortress.stranger().get(`${BOARD}${path}`)).status, path).toBe(303);
      for (const role of ROLES) {
        const keyed = await fetch(new URL(`${BOARD}${path}`, fortress.address), {
          headers: { authorization: `Bearer ${fortress.keyOf(role)}` },
          redirect: 'manual',
        });
        expect(keyed.status, `${role} ${path}`).toBe(303);
        tried++;
      }
    }
    for (const role of ROLES) {
      const person = await fortress.visitor(role);
      for (const path of paths) {
        const seen = await person.get(`${BOARD}${path}`);
        if (role === 'administrator') expect(seen.status, path).toBeLessThan(500);
        else expect(seen.status, `${role} ${path}`).toBe(403);
        tried++;
      }
    }
    tell(task, 'Trang hàng đợi × mỗi vai trò', tried);
  });

  it('changes nothing, whatever it is sent', async ({ task }) => {
    const before = await counts();
    let tried = 0;
    const doors = [
      'pause',
      'resume',
      'empty',
      'obliterate',
      'promote',
      'retry/failed',
      'clean/failed',
      'concurrency',
      'add',
      'cho-0/clean',
      'cho-0/retry/failed',
      'cho-0/promote',
      'cho-0/update-data',
    ];
    for (const queue of QUEUE_NAMES)
      for (const door of doors)
        for (const method of ['PUT', 'POST', 'PATCH', 'DELETE', 'OPTIONS']) {
          const headers = { 'content-type': 'application/json', 'x-http-method-override': 'PUT' };
          const seen = await administrator.send(`${BOARD}/api/queues/${queue}/${door}`, {
            method,
            headers,
            body: '{}',
          });
          expect(seen.status, `${method} ${door}`).toBe(405);
          tried++;
        }
    for (const door of doors) {
      const headers = { 'x-http-method-override': 'PUT' };
      await administrator.get(`${BOARD}/api/queues/judge-version/${door}?_method=PUT`, headers);
      tried++;
    }
    expect(await counts()).toEqual(before);
    tell(task, 'Lệnh gửi tới trang hàng đợi', tried);
  });

  it('takes names, ids and filters as words', async ({ task }) => {
    const before = await counts();
    let tried = 0;
    const ask = async (path: string) => {
      const seen = await administrator.get(path);
      expect(seen.status, `${path.slice(0, 200)} ${seen.text.slice(0, 300)}`).toBeLessThan(500);
      for (const secret of fortress.secrets) expect(seen.text.includes(secret), path).toBe(false);
      expect(seen.headers.get('set-cookie') ?? '').not.toContain('hacked');
      tried++;
    };
    for (const payload of sample(PAYLOADS, 16)) {
      const word = encodeURIComponent(payload.toWellFormed());
      for (const path of [
        `queues/${word}`,
        `queues/judge-version/${word}`,
        `queues/${word}/${word}`,
        `queues/judge-version/${word}/logs`,
        `queues/judge-version/${word}/flow`,
      ])
        await ask(`${BOARD}/api/${path}`);
      for (const name of ['activeQueue', 'status', 'page', 'jobsPerPage'])
        await ask(`${BOARD}/api/queues?activeQueue=judge-version&${name}=${word}`);
      await ask(`${BOARD}/queue/${word}/${word}`);
      await ask(`${BOARD}/static/${word}`);
    }
    for (const path of [
      'static/../../package.json',
      'static/%2e%2e/%2e%2e/package.json',
      'static/..%2f..%2fpackage.json',
      'static//etc/passwd',
    ]) {
      await ask(`${BOARD}/${path}`);
      expect((await administrator.get(`${BOARD}/${path}`)).text).not.toMatch(/"version"|root:/);
    }
    expect(await counts()).toEqual(before);
    tell(task, 'Giá trị lạ trên trang hàng đợi', tried);
  });

  // CI has time for a browser on one of them.
  if (backend === BACKENDS.at(-1))
    it('shows what hostile jobs say, and runs none of it', async ({ task }) => {
      const visitor = await openWatched();
      expect(planted.length).toBeGreaterThan(12);
      let shown = 0;
      for (const status of ['waiting', 'failed'])
        for (let n = 1; n <= Math.ceil(planted.length / 2 / A_PAGE); n++) {
          const { page } = visitor;
          await page.goto(`${fortress.address}${BOARD}/queue/judge-version?status=${status}&page=${n}`);
          await page.waitForLoadState('networkidle');
          const words = (await page.locator('body').textContent()) ?? '';
          shown += planted.filter(({ name }) => words.includes(name)).length;
          if (n === 1) await visitor.picture(`board-${backend}-${status}`);
          expect(broken).toEqual([]);
        }
      const open = planted.filter((_, index) => index % 20 === 0);
      for (const { id } of open) {
        await visitor.page.goto(
          `${fortress.address}${BOARD}/queue/judge-version/${encodeURIComponent(id.toWellFormed())}`,
        );
        await visitor.page.waitForLoadState('networkidle');
        expect(broken).toEqual([]);
      }
      expect(shown).toBeGreaterThan(planted.length / 3);
      await visitor.page.evaluate('hacked(7)');
      expect(broken.splice(0)).toEqual(['ran 7']);
      await visitor.close();
      tell(task, 'Mã kịch bản trong việc của hàng đợi, xem bằng Chromium', planted.length + open.length);
    });
});
