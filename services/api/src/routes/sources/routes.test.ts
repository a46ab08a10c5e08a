import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../../../test/house.ts';
import { ask, must } from '../../../test/work.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const source = { outlet: 'Báo Thử', url: 'https://bao-thu.example/rss', kind: 'rss', language: 'vi', country: 'VN' };

describe('sources', () => {
  it('are added once, changed, and shown with their health', async () => {
    const { body } = await must(house, 'administrator', '/sources', { body: source });
    const path = `/sources/${body.sourceId}`;
    expect((await ask(house, 'administrator', '/sources', { body: source })).status).toBe(409);
    await must(house, 'administrator', path, { method: 'PATCH', body: { enabled: false } });
    expect((await must(house, 'officer', path)).body).toMatchObject({ outlet: 'Báo Thử', enabled: false, alarm: null });
    await house.database.pool.query(
      `update sources set enabled = true, alarm = 'quiet', alarm_since = now() where id = $1`,
      [body.sourceId],
    );
    const alarmed = (await must(house, 'analyst', '/sources?alarmed=true')).body.items;
    expect(alarmed).toMatchObject([{ id: body.sourceId, alarm: 'quiet' }]);
    await house.database.pool.query(
      `insert into fetches (profile, source_id, purpose, url, outcome, status, duration_ms, fetched_at)
       values ($1, $2, 'source', $3, 'http-server-error', 503, 120, now())`,
      ['thai-binh', body.sourceId, source.url],
    );
    expect((await must(house, 'analyst', `${path}/attempts`)).body.items).toMatchObject([
      { outcome: 'http-server-error', status: 503 },
    ]);
  });

  it('are changed by administrators, and only of their own province', async () => {
    expect((await ask(house, 'analyst', '/sources', { body: source })).status).toBe(403);
    const change = { method: 'PATCH', body: { enabled: false } };
    expect((await ask(house, 'administrator', '/sources/987654', change)).status).toBe(404);
    expect((await ask(house, 'analyst', '/sources/987654/attempts')).status).toBe(404);
  });

  it('are changed only as they were seen, whatever the crawler writes down meanwhile', async () => {
    const url = 'https://bao-thu.example/hai.rss';
    const { body } = await must(house, 'administrator', '/sources', { body: { ...source, url } });
    const path = `/sources/${body.sourceId}`;
    const { tag } = await must(house, 'analyst', path);
    expect(tag).toBe('"1"');
    await house.database.pool.query('update sources set last_checked_at = now(), body_hash = $2 where id = $1', [
      body.sourceId,
      'x',
    ]);
    const change = (seen: string, priority: number) =>
      ask(house, 'administrator', path, { method: 'PATCH', body: { priority }, headers: { 'if-match': seen } });
    expect(await change(tag, 3)).toMatchObject({ status: 200, tag: '"2"' });
    expect(await change(tag, 4)).toMatchObject({ status: 412, body: { code: 'version-changed', currentVersion: 2 } });
    expect(await change('"hai"', 4)).toMatchObject({ status: 400 });
    expect((await must(house, 'analyst', path)).body).toMatchObject({ version: 2 });
    expect(await change('*', 4)).toMatchObject({ status: 200, tag: '"3"' });
  });
});
