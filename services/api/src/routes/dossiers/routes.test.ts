import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdf } from '../../../../../test/e2e/casework/office.ts';
import { type House, openHouse } from '../../../test/house.ts';
import { acceptedCase, ask, must } from '../../../test/work.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const PDF = new TextEncoder().encode('không phải tệp PDF');

describe('dossiers', () => {
  it('grow item by item, each with its source', async () => {
    const { caseId } = await acceptedCase(house);
    const path = `/cases/${caseId}/dossier`;
    const item = {
      section: 'facts',
      body: 'Chỉ tiêu tăng theo báo cáo 01/BC.',
      sourceUrl: 'https://so-y-te.example/1',
    };
    const added = await must(house, 'officer', `${path}/items`, { body: item });
    expect(added.body.itemId).toMatch(/^\d+$/);
    const { body } = await must(house, 'auditor', path);
    expect(JSON.stringify(body)).toContain('Chỉ tiêu tăng theo báo cáo 01/BC.');
    const wrong = await ask(house, 'officer', `${path}/items`, { body: { ...item, section: 'khác' } });
    expect([wrong.status, wrong.body.issues[0].path]).toEqual([422, 'body.section']);
    expect((await ask(house, 'leader', `${path}/items`, { body: item })).status).toBe(403);
  });

  it('refuse a file that is not what its name says, and keep none of it', async () => {
    const { caseId } = await acceptedCase(house);
    const sent = await ask(house, 'officer', `/cases/${caseId}/files?fileName=bao-cao.pdf`, {
      body: PDF,
      headers: { 'content-type': 'application/octet-stream' },
    });
    expect([sent.status, sent.body.code]).toEqual([422, 'file-refused']);
    expect((await must(house, 'officer', `/cases/${caseId}/files`)).body.items).toEqual([]);
  });

  it('take a file as its bytes, and give it back as they were', async () => {
    const { caseId } = await acceptedCase(house);
    const bytes = Uint8Array.from(pdf('So lieu giuong benh'));
    const sent = await must(house, 'officer', `/cases/${caseId}/files?fileName=${encodeURIComponent('số liệu.pdf')}`, {
      body: bytes,
      headers: { 'content-type': 'application/octet-stream' },
    });
    const opened = await house.call('officer', `/files/${sent.body.attachmentId}`);
    expect(new Uint8Array(await opened.arrayBuffer())).toEqual(bytes);
    expect(opened.headers.get('content-disposition')).toContain(encodeURIComponent('số liệu.pdf'));
    expect((await ask(house, 'administrator', '/files/987654')).status).toBe(404);
  });
});
