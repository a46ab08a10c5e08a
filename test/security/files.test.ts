import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { folderBlobStore } from '@lamro/archive';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docx, xlsx, zipOf } from '../../packages/archive/test/documents.ts';
import { type Fortress, openFortress } from './fortress.ts';
import { type Furnished, furnish } from './furnish.ts';
import { tell } from './tell.ts';

let fortress: Fortress;
let made: Furnished;
beforeAll(async () => {
  fortress = await openFortress();
  made = await furnish(fortress);
});
afterAll(() => fortress.close());

function attach(fileName: string, bytes: Uint8Array): Promise<Response> {
  return fortress.call('officer', `/cases/${made.caseId}/files?${new URLSearchParams({ fileName })}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: Uint8Array.from(bytes),
  });
}

const NAMES = [
  '../../../../etc/passwd.docx',
  '..\\..\\windows\\a.docx',
  '/etc/cron.d/a.docx',
  'C:\\a.docx',
  '....//....//a.docx',
  'a/b.docx',
  '.',
  '..',
  '',
  ' ',
  'a\u0000.docx',
  'a.docx\u0000.exe',
  'a.docx\r\nset-cookie: x=1',
  'a\u202excod.exe',
  'a.exe',
  'a.html',
  'a.svg',
  'a.docx.html',
  'a.docm',
  'a'.repeat(300),
  `${'đ'.repeat(200)}.docx`,
];

describe('files that people upload', () => {
  it('cannot leave their place by their name, and a refused one leaves nothing', async ({ task }) => {
    const bytes = await docx(['Nội dung']);
    const before = filesUnder(fortress.folder);
    for (const name of NAMES) {
      const answer = await attach(name, bytes);
      await answer.body?.cancel();
      expect(answer.status, JSON.stringify(name)).toBeGreaterThanOrEqual(400);
      expect(answer.status, JSON.stringify(name)).toBeLessThan(500);
    }
    expect(filesUnder(fortress.folder)).toEqual(before);
    tell(task, 'Thoát thư mục khi tải lên', NAMES.length);
  });

  it('are handed out from a path of their own, as a file that no browser draws', async ({ task }) => {
    const visitor = await fortress.visitor('officer');
    const page = await visitor.get(`/cases/${made.caseId}/files/${made.attachmentId}`);
    const program = await fortress.call('officer', `/files/${made.attachmentId}`);
    await program.body?.cancel();
    for (const headers of [page.headers, program.headers]) {
      expect(headers.get('content-type')).toBe('application/octet-stream');
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[\w.%-]+$/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    const paths = [
      '..%2f..%2f..%2fetc%2fpasswd',
      '%2e%2e%2f',
      '..;/',
      '1%00',
      '-1',
      '1/../../1',
      '%252e%252e%252f',
      '0x1',
      '1e0',
    ];
    for (const path of paths) {
      const seen = await visitor.get(`/cases/${made.caseId}/files/${path}`);
      expect([303, 404], path).toContain(seen.status);
      expect((await fortress.call('officer', `/files/${path}`)).status, path).toBe(404);
      for (const format of ['pdf', path]) {
        const { status } = await visitor.get(`/briefings/${path}/${format}`);
        expect(status, `${path} ${format}`).toBeLessThan(500);
        expect(status, `${path} ${format}`).not.toBe(200);
      }
    }
    const store = folderBlobStore(join(fortress.folder, 'archive'));
    for (const hash of ['../../../etc/passwd', 'a'.repeat(63), `${'a'.repeat(64)}/..`, 'A'.repeat(64)])
      await expect(store.get(hash), hash).rejects.toThrow();
    tell(task, 'Thoát thư mục khi mở tệp và xuất', paths.length * 4 + 4);
  });

  it('that swell or call out are refused: bombs, entities, links to elsewhere, what runs', async ({ task }) => {
    const spaces = Buffer.alloc(130 * 1024 * 1024, 32);
    const inner = deflateRawSync(Buffer.alloc(40 * 1024 * 1024, 48), { level: 9 });
    const billion = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(500)}">${Array.from({ length: 9 }, (_, n) => `<!ENTITY ${'bcdefghij'[n]} "${`&${'abcdefghi'[n]};`.repeat(10)}">`).join('')}]>`;
    const relation = (target: string, type = 'attachedTemplate') => ({
      'word/_rels/document.xml.rels': `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
    });
    const cases: readonly (readonly [string, string, Uint8Array])[] = [
      ['a DOCX bomb', 'a.docx', await docx(['x'], { 'word/bomb.xml': spaces })],
      ['an XLSX bomb', 'a.xlsx', await xlsx(['x'], { 'xl/worksheets/sheet1.xml': spaces })],
      ['a bomb in the strings of an XLSX', 'a.xlsx', await xlsx(['x'], { 'xl/sharedStrings.xml': spaces })],
      ['a ZIP in a ZIP', 'a.docx', await zipOf({ 'a.zip': inner })],
      [
        'ten thousand parts',
        'a.xlsx',
        await xlsx(['x'], Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`xl/p${n}.xml`, '']))),
      ],
      ['a template from elsewhere', 'a.docx', await docx(['x'], relation('http://127.0.0.1/x.dotm'))],
      ['a template by share', 'a.docx', await docx(['x'], relation('\\\\127.0.0.1\\x\\y.dotm'))],
      ['an embedded object', 'a.docx', await docx(['x'], { 'word/embeddings/oleObject1.bin': 'x' })],
      ['a macro', 'a.docx', await docx(['x'], { 'word/vbaProject.bin': 'x' })],
      [
        'DDE',
        'a.docx',
        await docx([], {
          'word/document.xml': '<w:document><w:instrText>DDEAUTO c:\\\\cmd.exe</w:instrText></w:document>',
        }),
      ],
      ['a page that claims to be a DOCX', 'a.docx', Buffer.from('<html><script>hacked(0)</script></html>')],
      ['an empty ZIP', 'a.docx', Buffer.from('504b0506000000000000000000000000000000000000', 'hex')],
      ['half a ZIP', 'a.docx', (await docx(['Nội dung'])).subarray(0, 300)],
    ];
    for (const [what, name, bytes] of cases) {
      const answer = await attach(name, bytes);
      expect([what, answer.status >= 400 && answer.status < 500, await answer.text()]).toEqual([
        what,
        true,
        expect.any(String),
      ]);
    }
    // An entity is never opened: the file stays as small as it is.
    const entities = await attach(
      'thuc-the.docx',
      await docx([], { 'word/document.xml': `${billion}<w:document><w:p><w:t>&j; Báo cáo</w:t></w:p></w:document>` }),
    );
    expect(entities.status).toBeLessThan(500);
    await entities.body?.cancel();
    tell(task, 'Bom nén, bom XML và tệp có mã', cases.length + 1);
  });
});

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}
