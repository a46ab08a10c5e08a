import type { Actor } from '@lamro/access';
import {
  findRecordsOfRelease,
  findRelease,
  insertClarification,
  listDossierItems,
  lockRecord,
  type ProvedReleaseRow,
} from '@lamro/database';
import type { Channel } from '@lamro/domain';
import { caseNotices } from '@lamro/wording';
import { z } from 'zod';
import { localDay } from '../chain/day.ts';
import { tell } from '../notice/tell.ts';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import { proofSchema } from '../release/proof.ts';
import { responseOf } from '../response/draft.ts';
import type { Context } from '../scope/context.ts';
import { caseInput, idSchema, onCase } from '../scope/on-case.ts';
import { type CaseResult, record, type Scope } from '../scope/scope.ts';

const publishSchema = z.object({
  ...caseInput,
  releaseId: idSchema,
  /** The passage of the answer that clarifies, word for word; the whole answer where absent. */
  passage: z.string().trim().min(1).max(100_000).normalize('NFC').optional(),
  /** Official records that it rests on; those of the dossier's facts where absent. */
  recordIds: z.array(idSchema).min(1).max(50).optional(),
  /** As the release's proof says, where absent. */
  documentNumber: z.string().trim().min(1).max(300).normalize('NFC').optional(),
  sourceUrl: z.url({ protocol: /^https?$/ }).optional(),
});
export type PublishClarificationInput = z.input<typeof publishSchema>;

const RELEASED = ['released', 'monitoring', 'closed'] as const;

/** What goes to named recipients only is no public word of the province. */
const NOT_PUBLIC: ReadonlySet<Channel> = new Set(['information-to-forces', 'correction-request']);

/** Whether a release by this channel is a public one, that a clarification may come from. */
export function isPublic(channel: Channel): boolean {
  return !NOT_PUBLIC.has(channel);
}

/**
 * Makes what a release said an official record of kind `clarification`, against which later articles are measured. It cites
 * the official records that it rests on, and falls with the first of them that is withdrawn, or with its release.
 *
 * @throws CommandRefused
 */
export async function publishClarification(
  context: Context,
  actor: Actor,
  input: PublishClarificationInput,
): Promise<CaseResult & { readonly recordId: string }> {
  const wanted = parseInput(publishSchema, input);
  const spec = { right: 'case.publish-clarification', concern: 'lead', from: RELEASED } as const;
  return onCase(context, actor, wanted, spec, async (scope) => {
    const { db, row, procedure } = scope;
    const release = await publicRelease(scope, wanted.releaseId);
    const response = await responseOf(scope, release.responseId);
    const cites = await citedRecords(scope, wanted.recordIds);
    const recordId = await insertClarification(db, {
      profile: row.profile,
      // Each command makes a version: one that is published again after a withdrawal has an id of its own.
      externalId: `lam-ro-${release.id}-${row.version}`,
      text: passageOf(response.body, wanted.passage),
      ...documentOf(release, wanted),
      source: procedure.agencyName(row.leadAgency ?? '') ?? row.leadAgency ?? '',
      validFrom: localDay(release.releasedAt),
      releaseId: release.id,
      cites,
    });
    const evidence = { release: release.id, response: response.id, record: recordId, cites };
    const result = await record(scope, { command: 'publish-clarification', evidence });
    await tell(scope, result.seq, {
      kind: 'clarification-published',
      roles: ['analyst', 'coordinator'],
      agencies: [],
      ...caseNotices.clarificationPublished(row.number, response.title),
    });
    return { ...result, recordId };
  });
}

async function publicRelease(scope: Scope, releaseId: string): Promise<ProvedReleaseRow> {
  const { db, row } = scope;
  const release = await findRelease(db, releaseId);
  if (release === null || release.caseId !== row.id || release.withdrawnAt !== null) {
    throw new CommandRefused(
      'not-found',
      `Hồ sơ này không có lần phát hành ${releaseId} còn hiệu lực: hãy tải lại trang.`,
    );
  }
  if (!isPublic(release.channel)) {
    throw new CommandRefused(
      'check-failed',
      'Nội dung này chỉ gửi riêng cho nơi nhận: hãy phát hành công khai trước, rồi ghi thành thông tin chính thức.',
    );
  }
  if ((await findRecordsOfRelease(db, release.id)).length > 0) {
    throw new CommandRefused('wrong-state', 'Lần phát hành này đã được ghi thành thông tin chính thức.');
  }
  return release;
}

/** Records are locked, so that none is withdrawn while it is being cited. */
async function citedRecords(scope: Scope, wanted: readonly string[] | undefined): Promise<readonly string[]> {
  const named = wanted ?? (await dossierFacts(scope));
  const ids = [...new Set(named)].sort((a, b) => Number(BigInt(a) - BigInt(b)));
  const standing: string[] = [];
  for (const id of ids) {
    const found = await lockRecord(scope.db, id);
    const citable =
      found !== null &&
      found.profile === scope.row.profile &&
      found.withdrawnAt === null &&
      found.kind !== 'clarification';
    if (citable) standing.push(found.id);
    else if (wanted !== undefined) {
      throw new CommandRefused(
        'not-found',
        `Thông tin chính thức ${id} không có, đã thu hồi, hoặc chính là một nội dung làm rõ: hãy dẫn nguồn khác.`,
      );
    }
  }
  if (standing.length > 0) return standing;
  throw new CommandRefused(
    'check-failed',
    'Nội dung làm rõ phải dẫn ít nhất một thông tin chính thức còn hiệu lực: hãy ghi vào mục "thông tin đúng" của hồ sơ chứng cứ hoặc chọn khi ghi.',
  );
}

async function dossierFacts(scope: Scope): Promise<readonly string[]> {
  const items = await listDossierItems(scope.db, scope.row.id);
  return items.flatMap(({ section, recordId }) => (section === 'facts' && recordId !== null ? [recordId] : []));
}

/** Nothing counts but what a leader approved and what went out. */
function passageOf(body: string, passage: string | undefined): string {
  if (passage === undefined) return body;
  if (body.includes(passage.replaceAll('\r\n', '\n'))) return passage.replaceAll('\r\n', '\n');
  throw new CommandRefused(
    'check-failed',
    'Đoạn trích không có nguyên văn trong nội dung đã phát hành: hãy chép đúng từng chữ, hoặc bỏ trống để lấy toàn bộ.',
  );
}

function documentOf(release: ProvedReleaseRow, wanted: z.output<typeof publishSchema>) {
  const proof = proofSchema.parse(release.proof);
  const documentNumber = wanted.documentNumber ?? ('number' in proof ? proof.number : undefined);
  const sourceUrl = wanted.sourceUrl ?? ('url' in proof ? proof.url : undefined);
  if (documentNumber !== undefined && sourceUrl !== undefined) return { documentNumber, sourceUrl };
  const missing = [
    ...(documentNumber === undefined ? [{ path: 'documentNumber', message: 'số văn bản' }] : []),
    ...(sourceUrl === undefined ? [{ path: 'sourceUrl', message: 'địa chỉ công bố' }] : []),
  ];
  throw new CommandRefused(
    'proof-missing',
    `Thông tin chính thức phải có nguồn; còn thiếu: ${missing.map(({ message }) => message).join(', ')}.`,
    { issues: missing },
  );
}
