import { createApi, createApp, listen } from '@lamro/api';
import { createHealth, createMetrics, createShutdown } from '@lamro/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../../services/api/test/house.ts';
import { openBrowser, type Visitor } from './browser.ts';

let house: House;
let visitor: Visitor;
let origin: string;
const shutdown = createShutdown(5_000);

beforeAll(async () => {
  house = await openHouse();
  const listening = await listen('127.0.0.1', 0, shutdown);
  origin = `http://127.0.0.1:${listening.port}`;
  const app = createApp({
    health: createHealth(),
    metrics: createMetrics(),
    identity: house.identity,
    api: createApi({ ...house.parts, baseUrl: origin }),
    board: null,
    desk: {
      fetch: async () =>
        new Response('<svg xmlns="http://www.w3.org/2000/svg"/>', { headers: { 'content-type': 'image/svg+xml' } }),
    },
  });
  listening.use((request, clientAddress) => app.fetch(request, { clientAddress }));
  visitor = await openBrowser();
});
afterAll(async () => {
  await visitor.close();
  await shutdown.run();
  await house.close();
});

describe('the reference page', () => {
  it('shows every operation, and asks nothing of anybody but us', async () => {
    const { page } = visitor;
    const asked: string[] = [];
    const wrong: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || /Content Security Policy/.test(message.text())) wrong.push(message.text());
    });
    await page.goto(`${origin}/api/v1/docs`);
    await page.getByRole('heading', { level: 1, name: 'Làm Rõ' }).waitFor();
    await page.goto(`${origin}/api/v1/docs#tag/cases/POST/cases`);
    await page.getByRole('heading', { name: 'Lập hồ sơ vụ việc từ các cảnh báo đã xác nhận' }).waitFor();
    await page.screenshot({ path: 'test-output/screens/api-reference.png' });
    expect([...new Set(asked.map((url) => (url.startsWith('data:') ? 'data:' : new URL(url).origin)))].sort()).toEqual(
      asked.some((url) => url.startsWith('data:')) ? ['data:', origin] : [origin],
    );
    expect(asked.filter((url) => url.endsWith('/openapi.json')).length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });

  it('can be read without any script', async () => {
    const plain = await fetch(`${origin}/api/v1/docs/plain`);
    const text = await plain.text();
    expect(plain.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).not.toContain('<script');
    expect(text).toContain('id="releaseResponse"');
    expect(await (await fetch(`${origin}/api/v1/docs`)).text()).toContain('href="docs/plain"');
  });

  it('serves its script packed or plain, to be kept for ever', async () => {
    const packed = await fetch(`${origin}/api/v1/docs/reference.js`);
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('cache-control')).toContain('immutable');
    const plain = await fetch(`${origin}/api/v1/docs/reference.js`, { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect((await plain.arrayBuffer()).byteLength).toBe((await packed.arrayBuffer()).byteLength);
  });
});
