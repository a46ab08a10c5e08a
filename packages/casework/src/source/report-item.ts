import { createHash } from 'node:crypto';
import type { Actor } from '@lamro/access';
import {
  attributeOutlet,
  discoverArticles,
  findArticleByAddress,
  insertIntakeReport,
  insertIntakeText,
  inTransaction,
  type Queryable,
} from '@lamro/database';
import { countryOfOutlet, languageSchema } from '@lamro/domain';
import { z } from 'zod';
import { parseInput } from '../refusal/parse-input.ts';
import type { Context } from '../scope/context.ts';
import { checkRight, note } from '../trail/trail.ts';
import { countryCode, outletName, roomOf, webAddress } from './scope.ts';

const facts = {
  outlet: outletName.optional(),
  country: countryCode.optional(),
  language: languageSchema.optional(),
  /** What seems wrong with it, for whoever reviews. */
  reason: z.string().trim().min(1, 'phải nêu vì sao cần xem lại').max(4_000).normalize('NFC'),
  /** The hotline's staff report in the place of somebody who called, and pass the result on. */
  receivedBy: z.enum(['agency', 'hotline']).default('agency'),
};
const words = (most: number) => z.string().trim().min(1).max(most).normalize('NFC');
const schema = z.union(
  [
    z.object({ url: webAddress, ...facts }),
    z.object({
      title: words(1_000),
      text: words(200_000),
      /** Who printed or said it. */
      ...facts,
      outlet: outletName,
      publishedAt: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).optional(),
    }),
  ],
  { error: 'cần địa chỉ bài (url), hoặc tiêu đề, nội dung và tên tòa soạn (title, text, outlet)' },
);
export type ReportItemInput = z.input<typeof schema>;
type Report = z.output<typeof schema>;

export interface ReportItemResult {
  readonly articleId: string;
  /** The item was in the ledger already; nothing was added. */
  readonly known: boolean;
}

/**
 * Takes in an item that an agency or somebody from the public points out, as an address or, where there is none, as text. From
 * here it goes the way of every item that the crawler finds. Its reporter is told what becomes of it; nobody else reads who it was.
 *
 * @throws CommandRefused
 */
export async function reportItem(context: Context, actor: Actor, input: ReportItemInput): Promise<ReportItemResult> {
  const report = parseInput(schema, input);
  checkRight(actor, 'press.report');
  const address = addressOf(context, report);
  return inTransaction(context.pool, async (db) => {
    const before = await findArticleByAddress(db, { profile: actor.profile, canonicalUrl: address.canonicalUrl });
    const articleId = before ?? (await addItem(db, actor.profile, report, address));
    const known = before !== null;
    await note(context, db, actor, {
      action: 'report-item',
      objectKind: 'article',
      objectId: articleId,
      detail: { known, as: 'url' in report ? 'url' : 'text' },
    });
    const { reason, receivedBy } = report;
    const { profile, id: reporterId } = actor;
    await insertIntakeReport(db, { profile, articleId, reporterId, reason, receivedBy, at: context.clock.now() });
    return { articleId, known };
  });
}

interface Address {
  readonly url: string;
  readonly canonicalUrl: string;
  readonly host: string | null;
}

/** A text has no address; its words stand for one, so that the same text handed in twice is one item. */
function addressOf(context: Context, report: Report): Address {
  if ('url' in report) {
    const canonicalUrl = roomOf(context).canonicalUrl(report.url);
    return { url: report.url, canonicalUrl, host: URL.parse(canonicalUrl)?.hostname ?? null };
  }
  const hash = createHash('sha256').update(`${report.title}\n${report.text}`).digest('hex');
  return { url: `urn:sha256:${hash}`, canonicalUrl: `urn:sha256:${hash}`, host: null };
}

async function addItem(db: Queryable, profile: string, report: Report, address: Address): Promise<string> {
  const language = report.language ?? 'vi';
  const outlet = await attributeOutlet(db, {
    profile,
    name: report.outlet ?? address.host ?? '',
    host: address.host,
    country: countryOfOutlet({ stated: report.country, host: address.host, language }),
    language,
  });
  const text = 'url' in report ? null : report;
  const [added] = await discoverArticles(db, {
    profile,
    sourceId: null,
    items: [
      {
        ...address,
        title: text?.title ?? '',
        summary: '',
        publishedAt: text?.publishedAt ?? null,
        outletId: outlet.id,
        origin: outlet.country === 'VN' ? 'domestic' : 'foreign',
      },
    ],
  });
  if (added === undefined) throw new Error(`tin vừa báo không ghi được: ${address.canonicalUrl}`);
  const { articleId } = added;
  if (text !== null)
    await insertIntakeText(db, {
      articleId,
      profile,
      title: text.title,
      body: text.text,
      publishedAsPrinted: text.publishedAt ?? null,
    });
  return articleId;
}
