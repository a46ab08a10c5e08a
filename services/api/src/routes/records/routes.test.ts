import { insertFlaggedArticle } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse, PROFILE } from '../../../test/house.ts';
import { ask, must } from '../../../test/work.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const line = (over: object) =>
  JSON.stringify({
    id: 'giuong-benh-2026',
    kind: 'figure',
    text: 'Toàn tỉnh có 4.120 giường bệnh.',
    indicator: 'giường bệnh',
    value: 4120,
    unit: 'giường',
    period: '2026',
    documentNumber: '77/BC-SYT',
    source: 'Sở Y tế',
    sourceUrl: 'https://so-y-te.example/77',
    ...over,
  });
const send = (body: string, role: 'analyst' | 'leader' = 'analyst') =>
  ask(house, role, '/records/import', { body, headers: { 'content-type': 'application/x-ndjson' } });

describe('records', () => {
  it('are imported once however often they are sent, and found by kind and words', async () => {
    const file = `\ufeff${line({})}\r\n\r\n${line({ id: 'tuyen-bo-1', kind: 'statement', text: 'Sở khẳng định đủ vắc xin.' })}\n`;
    expect((await send(file)).body).toEqual({ lines: 2, changed: 2 });
    expect((await send(file)).body).toEqual({ lines: 2, changed: 0 });
    const { body } = await must(house, 'officer', '/records?kind=figure&q=giường');
    expect(body.items.map((record: { externalId: string }) => record.externalId)).toEqual(['giuong-benh-2026']);
    expect((await must(house, 'officer', `/records/${body.items[0].id}`)).body.value).toBe(4120);
  });

  it('are refused whole for one wrong line, which is named', async () => {
    const { status, body } = await send(
      `${line({ id: 'tot' })}\n${line({ id: 'sai', kind: 'tin đồn' })}\nkhông phải JSON`,
    );
    expect([status, body.issues.map((issue: { path: string }) => issue.path)]).toEqual([
      422,
      ['line 2.kind', 'line 3'],
    ]);
    expect((await must(house, 'officer', '/records?q=giường')).body.items).toHaveLength(1);
    expect((await send(line({}), 'leader')).status).toBe(403);
  });

  it('are withdrawn with a reason, once', async () => {
    const [{ id }] = (await must(house, 'officer', '/records?kind=statement')).body.items;
    const reason = 'Văn bản đã được thay thế.';
    await must(house, 'coordinator', `/records/${id}/withdraw`, { body: { reason } });
    expect((await must(house, 'officer', `/records/${id}`)).body.withdrawnReason).toBe(reason);
    expect((await ask(house, 'coordinator', `/records/${id}/withdraw`, { body: { reason } })).status).toBe(409);
  });

  it('are withdrawn only as they were seen', async () => {
    const { recordId } = await insertFlaggedArticle(house.database.pool, { profile: PROFILE });
    const path = `/records/${recordId}`;
    const { tag } = await must(house, 'analyst', path);
    await house.database.pool.query(`update official_records set text = text || ' (đính chính)' where id = $1`, [
      recordId,
    ]);
    const withdraw = (seen: string) =>
      ask(house, 'coordinator', `${path}/withdraw`, { body: { reason: 'Sai kỳ.' }, headers: { 'if-match': seen } });
    expect(await withdraw(tag)).toMatchObject({ status: 412, body: { currentVersion: 2 } });
    expect((await must(house, 'analyst', path)).body.withdrawnAt).toBeNull();
    expect((await withdraw('"2"')).status).toBe(200);
    expect((await must(house, 'analyst', path)).tag).toBe('"3"');
  });
});
