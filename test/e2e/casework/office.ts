import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '@lamro/access';
import { createDraftComparison, createPageReader, createSourceRoom } from '@lamro/api';
import { findSecrecyMarks, folderBlobStore, inspectFile } from '@lamro/archive';
import { type Casework, createCasework, type ProofInput } from '@lamro/casework';
import type { Role } from '@lamro/domain';
import { createFetcher, memoryHostGate } from '@lamro/fetching';
import { loadProfile } from '@lamro/profiles';
import { type FlaggedArticleInput, insertFlaggedArticle, openTestDatabase, type TestDatabase } from '@lamro/testkit';

/** One province's people and its portal, on a real database, with everything that the installation wires. */
export interface Office {
  readonly database: TestDatabase;
  readonly casework: Casework;
  readonly clock: { now: Date };
  /** Pages of the province's portal by path. */
  readonly portal: Map<string, string>;
  readonly portalUrl: string;
  actor(profile: string, role: Role, agency?: string | null): Actor;
  close(): Promise<void>;
}

export async function openOffice(): Promise<Office> {
  const database = await openTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'lamro-office-'));
  const portal = new Map<string, string>();
  const server = createServer((request, response) => {
    const page = portal.get(request.url ?? '');
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page ?? 'không có trang này');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const portalUrl = `http://127.0.0.1:${portOf(server.address())}`;
  const fetcher = createFetcher({
    hostGate: memoryHostGate(),
    userAgent: 'LamRo/0.1',
    contact: 'https://example.vn/lam-ro',
    loopbackOrigins: [portalUrl],
    hostDelayMs: () => 0,
  });
  const clock = { now: new Date('2026-11-23T02:00:00Z') };
  const casework = createCasework({
    pool: database.pool,
    profiles: loadProfile,
    findSecrecyMarks,
    clock: { now: () => clock.now },
    files: { inspect: inspectFile, blobStore: folderBlobStore(folder) },
    readPage: createPageReader(fetcher),
    compareDraft: createDraftComparison(),
    sources: createSourceRoom(fetcher),
  });
  return {
    database,
    casework,
    clock,
    portal,
    portalUrl,
    actor: (profile, role, agency = null) => ({ id: `${role}-${agency ?? 'tinh'}`, name: role, profile, role, agency }),
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the portal has no port');
  return address.port;
}

/** A case with the people who work on it. */
export interface Matter {
  readonly profile: string;
  readonly caseId: string;
  readonly articleId: string;
  readonly flagId: string;
  readonly recordId: string;
  readonly storyId: string;
  readonly analyst: Actor;
  readonly coordinator: Actor;
  readonly leader: Actor;
  /** Of the agency that leads, as the case names it now. */
  officer(): Promise<Actor>;
  lead(): Promise<string>;
  /** The agency that builds the dossier now. */
  dossier(): Promise<string>;
  state(): Promise<string>;
}

/** Reviews a flag and opens a case on it. */
export async function openMatter(
  office: Office,
  profile: string,
  article: Omit<FlaggedArticleInput, 'profile'> = {},
  open: { reportedBy?: string; sectors?: never } = {},
): Promise<Matter> {
  const { casework, database } = office;
  const flagged = await insertFlaggedArticle(database.pool, { profile, sectors: ['health'], ...article });
  const analyst = office.actor(profile, 'analyst');
  await casework.reviewFlag(analyst, {
    flagId: flagged.flagId,
    decision: 'confirmed',
    verdict: 'distorted',
    reason: 'Trái với số liệu chính thức.',
    struckSignals: [flagged.signalIds[1]],
  });
  const { caseId } = await casework.openCase(analyst, { flagIds: [flagged.flagId], ...open });
  const read = async (column: 'state' | 'lead_agency' | 'dossier_agency') => {
    const result = await database.pool.query<{ value: string | null }>(
      `select ${column} as value from cases where id = $1`,
      [caseId],
    );
    return result.rows[0]?.value ?? '';
  };
  const lead = () => read('lead_agency');
  return {
    profile,
    caseId,
    articleId: flagged.articleId,
    flagId: flagged.flagId,
    recordId: flagged.recordId,
    storyId: flagged.storyId,
    analyst,
    coordinator: office.actor(profile, 'coordinator'),
    leader: office.actor(profile, 'leader'),
    lead,
    dossier: () => read('dossier_agency'),
    officer: async () => office.actor(profile, 'officer', await lead()),
    state: () => read('state'),
  };
}

/** Assigns by route, or to a named agency, with the leader's approval where the province wants it. */
export async function assignMatter(office: Office, matter: Matter, agency?: string): Promise<void> {
  const { casework } = office;
  const to = agency === undefined ? {} : { agency, reason: 'Cơ quan này giữ lĩnh vực liên quan.' };
  const result = await casework.assign(matter.analyst, { caseId: matter.caseId, ...to });
  if (result.state === 'awaiting-assignment') {
    await casework.approveAssignment(matter.leader, { caseId: matter.caseId });
  }
}

/** A case whose agency has accepted it and is about to answer. */
export async function respondingMatter(office: Office, profile: string): Promise<Matter> {
  const matter = await openMatter(office, profile);
  await assignMatter(office, matter);
  await office.casework.accept(await matter.officer(), { caseId: matter.caseId });
  return matter;
}

/** From an assigned case to an approved answer; returns the response's id. */
export async function answerMatter(
  office: Office,
  matter: Matter,
  answer: { title: string; body: string; language?: 'vi' | 'en' } = ANSWER,
): Promise<string> {
  const { casework } = office;
  const { caseId } = matter;
  const officer = await matter.officer();
  await casework.accept(officer, { caseId });
  const { responseId } = await casework.draft(officer, { caseId, ...answer });
  await casework.submit(officer, { caseId });
  await casework.approve(matter.leader, { caseId });
  return responseId;
}

export const ANSWER = {
  title: 'Thông tin làm rõ về công tác khám, chữa bệnh',
  body: 'Nội dung bài viết nêu không đúng với số liệu đã công bố. Cơ quan chức năng cung cấp số liệu đầy đủ kèm theo.',
};

/** A small real PDF with text. */
export function pdf(text = 'Thong cao bao chi'): Uint8Array {
  const stream = `BT /F1 12 Tf 72 720 Td (${text}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = body.length;
  body += `xref\n0 6\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  body += `trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return new TextEncoder().encode(body);
}

/** Attaches a document and returns its id. */
export async function attach(office: Office, matter: Matter, fileName = 'thong-cao.pdf'): Promise<string> {
  const input = { caseId: matter.caseId, fileName, bytes: pdf() };
  return (await office.casework.attachFile(await matter.officer(), input)).attachmentId;
}

/** The proof that a channel asks for, made real: files attached, a speaker registered, a page published. */
export async function prove(office: Office, matter: Matter, channel: ProofInput['channel']): Promise<ProofInput> {
  const at = office.clock.now.toISOString();
  const date = at.slice(0, 10);
  const file = () => attach(office, matter);
  const speaker = async () => {
    const entry = {
      agency: await matter.lead(),
      name: 'Trần Văn Bình',
      post: 'Giám đốc',
      ground: 'head',
      validFrom: '2026-01-01',
    } as const;
    return (await office.casework.registerSpokesperson(matter.coordinator, entry)).spokespersonId;
  };
  switch (channel) {
    case 'press-release':
      return { channel, number: '12/TCBC', date, attachmentId: await file() };
    case 'spokesperson':
      return { channel, spokespersonId: await speaker(), at, place: 'Trụ sở cơ quan', summary: 'Nêu số liệu đúng.' };
    case 'press-briefing':
      return { channel, date, place: 'Hội trường Ban Tuyên giáo', attachmentId: await file() };
    case 'portal-post': {
      const path = `/tin/${matter.caseId}`;
      office.portal.set(path, page(ANSWER));
      return { channel, url: `${office.portalUrl}${path}` };
    }
    case 'information-to-press':
      return { channel, recipient: 'Thông tấn xã Việt Nam', sentAt: at, receipt: 'Công văn đến số 45' };
    case 'information-to-forces':
      return { channel, recipients: ['Công an tỉnh'], sentAt: at, text: ANSWER.body };
    case 'press-conference':
      return { channel, at, place: 'Trung tâm báo chí', spokespersonId: await speaker(), attachmentId: await file() };
    case 'correction-request':
      return { channel, outlet: 'Báo Kiểm Thử', number: '77/SYT', date, attachmentId: await file() };
  }
}

function page(answer: { title: string; body: string }): string {
  return `<!doctype html><html lang="vi"><head><title>${answer.title}</title></head><body><article><h1>${answer.title}</h1><p>${answer.body}</p><p>${answer.body}</p></article></body></html>`;
}

/** What the outlet did, and the end of the case. */
export async function finishMatter(office: Office, matter: Matter, outcome: 'corrected' | 'unchanged' = 'corrected') {
  const { casework } = office;
  const { caseId, articleId } = matter;
  await casework.recordOutcome(await matter.officer(), { caseId, articleId, outcome, note: 'Báo đã đăng cải chính.' });
  return casework.close(matter.analyst, { caseId });
}
