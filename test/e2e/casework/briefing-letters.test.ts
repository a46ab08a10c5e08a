import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findSecrecyMarks, folderBlobStore, inspectFile } from '@lamro/archive';
import { RENDERED_FORMATS, renderBriefing } from '@lamro/briefing';
import { type Casework, createCasework, weekLabel } from '@lamro/casework';
import { saveProfile, viewBriefingLetters } from '@lamro/database';
import { mailChannel } from '@lamro/delivery';
import { loadProfile } from '@lamro/profiles';
import { insertFlaggedArticle, openTestDatabase, type TestDatabase } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SmtpServer, startSmtpServer } from '../../../packages/delivery/test/smtp-server.ts';
import { sendDue } from '../../../services/dispatcher/src/notice/send.ts';

const PROFILE = 'hai-phong';
const DESK = 'http://lam-ro.example';
const now = new Date('2026-11-20T08:00:00Z');
const clock = { now: () => now };
const folder = mkdtempSync(join(tmpdir(), 'lamro-letters-'));
const blobStore = folderBlobStore(folder);
const coordinator = { id: 'c', name: 'Đầu mối', profile: PROFILE, role: 'coordinator', agency: null } as const;
const analyst = { ...coordinator, id: 'a', role: 'analyst' } as const;
let database: TestDatabase;
let casework: Casework;
let server: SmtpServer;

beforeAll(async () => {
  database = await openTestDatabase();
  casework = createCasework({
    pool: database.pool,
    profiles: loadProfile,
    findSecrecyMarks,
    clock,
    files: { inspect: inspectFile, blobStore },
    briefings: { render: renderBriefing, formats: RENDERED_FORMATS, deskUrl: DESK },
  });
  await saveProfile(database.pool, { id: PROFILE, name: 'Hải Phòng', content: {}, contentHash: '' });
  await insertFlaggedArticle(database.pool, { profile: PROFILE });
  server = await startSmtpServer();
});
afterAll(async () => {
  await server.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Sends what is due with the real mail channel. */
function send(store = blobStore): Promise<number> {
  const email = mailChannel(`smtp://127.0.0.1:${server.port}`, 'Làm Rõ <lam-ro@thu-nghiem.example>');
  const ways = { email, webhook: null, deskUrl: DESK, mailHost: 'lam-ro.example', blobStore: store };
  return sendDue({ pool: database.pool, ways, clock });
}

async function issued(week: string): Promise<string> {
  const { briefingId } = await casework.compileBriefing(analyst, { week });
  await casework.issueBriefing(coordinator, { briefingId });
  return briefingId;
}

describe('an issued briefing', () => {
  it('goes once to each institution on the list, with its files byte for byte', async () => {
    const add = (name: string, address: string) => casework.addBriefingRecipient(coordinator, { name, address });
    await add('Văn phòng Ủy ban nhân dân thành phố', 'vp-ubnd@co-quan.example');
    const { recipientId } = await add('Ban Tuyên giáo và Dân vận Thành ủy', 'tuyen-giao@co-quan.example');
    await expect(add('Văn phòng', 'VP-UBND@co-quan.example')).rejects.toMatchObject({ code: 'wrong-state' });
    await add('Cơ quan đã thôi nhận', 'cu@co-quan.example').then((old) =>
      casework.removeBriefingRecipient(coordinator, old),
    );
    const briefingId = await issued(weekLabel(now));
    expect(await send()).toBe(2);
    expect(await send()).toBe(0);
    expect(server.mails.flatMap((mail) => mail.to).sort()).toEqual([
      'tuyen-giao@co-quan.example',
      'vp-ubnd@co-quan.example',
    ]);
    const { files } = await casework.openBriefing(coordinator, { briefingId });
    const [mail] = server.mails;
    const sent = [...(mail?.content ?? '').matchAll(/base64\r\n(?:[A-Z].*\r\n)*\r\n([A-Za-z0-9+/=\r\n]+)/g)].map(
      ([, body = '']) => createHash('sha256').update(Buffer.from(body, 'base64')).digest('hex'),
    );
    for (const { format, sha256 } of files) if (format !== 'html') expect(sent, format).toContain(sha256);
    const letters = await viewBriefingLetters(database.pool, briefingId);
    expect(letters.map(({ state }) => state)).toEqual(['delivered', 'delivered']);
    await casework.removeBriefingRecipient(coordinator, { recipientId });
  });

  it('waits while its files cannot be read, and is not sent to who left the list meanwhile', async () => {
    const before = server.mails.length;
    const { recipientId } = await casework.addBriefingRecipient(coordinator, {
      name: 'Sở Văn hóa, Thể thao và Du lịch',
      address: 'so-vhttdl@co-quan.example',
    });
    const briefingId = await issued('2026-W40');
    await casework.removeBriefingRecipient(coordinator, { recipientId });
    await send({ ...blobStore, has: async () => false });
    const letters = await viewBriefingLetters(database.pool, briefingId);
    expect(letters.map(({ state, attempts }) => [state, attempts])).toEqual([
      ['failed', 1],
      ['waiting', 1],
    ]);
    expect(letters[1]?.detail).toContain('kho lưu');
    expect(server.mails.length).toBe(before);
  });

  it('leaves a trail of its list, which those alone change who may', async () => {
    const told = await database.pool.query("select 1 from audit_entries where action like '%-briefing-recipient'");
    expect(told.rowCount).toBe(7);
    const adding = casework.addBriefingRecipient(analyst, { name: 'x', address: 'x@co-quan.example' });
    await expect(adding).rejects.toMatchObject({ code: 'forbidden' });
    const wrong = casework.addBriefingRecipient(coordinator, { name: 'x', address: 'a@b.example, c@d.example' });
    await expect(wrong).rejects.toMatchObject({ code: 'invalid-input' });
  });
});
