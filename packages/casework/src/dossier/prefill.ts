import {
  type DossierSection,
  findPrecedents,
  insertDossierItem,
  listCaseArticles,
  listCaseEvidence,
  measureSpread,
} from '@lamro/database';
import type { Scope } from '../scope/scope.ts';

const PRECEDENTS = 5;

interface Entry {
  readonly section: DossierSection;
  readonly body: string;
  readonly recordId?: string;
  readonly releaseId?: string;
  readonly sourceUrl?: string;
}

/** Writes into a new case's dossier what the ledger already knows; impact and message are left for people. */
export async function prefillDossier(scope: Scope): Promise<void> {
  const entries = [
    ...(await distortedContent(scope)),
    await spread(scope),
    ...(await facts(scope)),
    ...legalGround(scope),
    ...(await precedents(scope)),
  ];
  for (const entry of entries) {
    await insertDossierItem(scope.db, {
      profile: scope.row.profile,
      caseId: scope.row.id,
      section: entry.section,
      body: entry.body,
      recordId: entry.recordId ?? null,
      attachmentId: null,
      releaseId: entry.releaseId ?? null,
      sourceUrl: entry.sourceUrl ?? null,
      prefilled: true,
      authorId: scope.author.id,
      authorAgency: scope.author.agency,
      at: scope.at,
    });
  }
}

async function distortedContent(scope: Scope): Promise<readonly Entry[]> {
  const articles = await listCaseArticles(scope.db, scope.row.id);
  return articles.map((article, index) => ({
    section: 'distorted-content',
    body: `${index === 0 ? 'Xuất hiện đầu tiên' : 'Cũng nêu'} tại bài "${article.title}" (${article.outletName}, ${showTime(article.publishedAt ?? article.firstSeenAt)}): "${article.quote}"`,
    sourceUrl: article.url,
  }));
}

async function spread(scope: Scope): Promise<Entry> {
  const told = await measureSpread(scope.db, scope.row.id);
  const since = told.firstAt === null ? '' : `, từ ${showTime(told.firstAt)}`;
  const until = told.lastAt === null ? '' : ` đến ${showTime(told.lastAt)}`;
  const where = `nước: ${told.countries.join(', ')}; ngôn ngữ: ${told.languages.join(', ')}`;
  return { section: 'spread', body: `${told.articles} bài trên ${told.outlets} báo (${where})${since}${until}` };
}

async function facts(scope: Scope): Promise<readonly Entry[]> {
  const records = await listCaseEvidence(scope.db, scope.row.id);
  return records.map((record) => ({
    section: 'facts',
    body: `${record.text} (${record.source}, ${record.documentNumber})`,
    recordId: record.recordId,
    sourceUrl: record.sourceUrl,
  }));
}

function legalGround(scope: Scope): readonly Entry[] {
  const clauses = [...new Set(scope.procedure.legalGround(scope.route))];
  return clauses.length === 0 ? [] : [{ section: 'legal-ground', body: clauses.join('; ') }];
}

async function precedents(scope: Scope): Promise<readonly Entry[]> {
  const found = await findPrecedents(scope.db, scope.row.id, PRECEDENTS);
  return found.map((earlier) => ({
    section: 'precedents',
    body: `Hồ sơ ${earlier.number} "${earlier.title}", phát hành ${showTime(earlier.releasedAt)}`,
    releaseId: earlier.releaseId,
  }));
}

const TIME = new Intl.DateTimeFormat('vi', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

function showTime(at: Date): string {
  return TIME.format(at);
}
