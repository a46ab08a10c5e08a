import type { Actor } from '@lamro/access';
import {
  changeAssignment,
  type DossierItemRow,
  type DossierSection,
  findAttachment,
  insertDossierItem,
  listAssignments,
  listDossierItems,
  lockRecord,
  type Queryable,
  supersedeDossierItem,
} from '@lamro/database';
import { caseNotices } from '@lamro/wording';
import { z } from 'zod';
import { tell } from '../notice/tell.ts';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import { stopClock } from '../scope/clock.ts';
import type { Context } from '../scope/context.ts';
import { caseInput, idSchema, onCase } from '../scope/on-case.ts';
import { type CaseResult, record, type Scope } from '../scope/scope.ts';

export const DOSSIER_SECTIONS = [
  'distorted-content',
  'spread',
  'impact',
  'facts',
  'legal-ground',
  'precedents',
  'message',
] as const satisfies readonly DossierSection[];

/** Sections that a finished dossier must fill; precedents may not exist. */
const REQUIRED: readonly DossierSection[] = DOSSIER_SECTIONS.filter((section) => section !== 'precedents');

export const SECTION_NAMES: Readonly<Record<DossierSection, string>> = {
  'distorted-content': 'nội dung sai lệch, nơi xuất hiện đầu tiên',
  spread: 'mức độ lan truyền',
  impact: 'tác động',
  facts: 'thông tin đúng kèm nguồn chính thức',
  'legal-ground': 'căn cứ pháp lý',
  precedents: 'tiền lệ',
  message: 'thông điệp đề xuất',
};

/** While a dossier is built. */
export const BUILDING = ['assigned', 'accepted', 'responding', 'sent-back', 'submitted'] as const;

const itemSchema = z.object({
  ...caseInput,
  section: z.enum(DOSSIER_SECTIONS),
  body: z.string().trim().min(1, 'mục hồ sơ phải có nội dung').max(20_000).normalize('NFC'),
  recordId: idSchema.optional(),
  attachmentId: idSchema.optional(),
  sourceUrl: z.url({ protocol: /^https?$/ }).optional(),
  /** Entry that this one replaces, a prefilled one for instance. */
  replaces: idSchema.optional(),
});
export type AddDossierItemInput = z.input<typeof itemSchema>;

/**
 * Writes an entry of the dossier. What is true needs an official source: a record, a document or an address.
 *
 * @throws CommandRefused
 */
export async function addDossierItem(
  context: Context,
  actor: Actor,
  input: AddDossierItemInput,
): Promise<CaseResult & { readonly itemId: string }> {
  const wanted = parseInput(itemSchema, input);
  const spec = { right: 'case.build-dossier', concern: 'dossier', from: BUILDING } as const;
  return onCase(context, actor, wanted, spec, async (scope) => {
    await checkSources(scope, wanted);
    const itemId = await insertDossierItem(scope.db, {
      profile: scope.row.profile,
      caseId: scope.row.id,
      section: wanted.section,
      body: wanted.body,
      recordId: wanted.recordId ?? null,
      attachmentId: wanted.attachmentId ?? null,
      releaseId: null,
      sourceUrl: wanted.sourceUrl ?? null,
      prefilled: false,
      authorId: actor.id,
      authorAgency: actor.agency,
      at: scope.at,
    });
    if (wanted.replaces !== undefined) await replace(scope, wanted.replaces, itemId);
    const evidence = { item: itemId, section: wanted.section, replaces: wanted.replaces ?? null };
    return { ...(await record(scope, { command: 'add-dossier-item', evidence })), itemId };
  });
}

async function checkSources(scope: Scope, wanted: z.output<typeof itemSchema>): Promise<void> {
  const { recordId, attachmentId, sourceUrl } = wanted;
  if (wanted.section === 'facts' && recordId === undefined && attachmentId === undefined && sourceUrl === undefined) {
    throw new CommandRefused(
      'invalid-input',
      'Thông tin đúng phải kèm nguồn: hãy chọn thông tin chính thức, tệp đính kèm hoặc địa chỉ nguồn.',
    );
  }
  if (recordId !== undefined) {
    const found = await lockRecord(scope.db, recordId);
    if (found === null || found.profile !== scope.row.profile || found.withdrawnAt !== null) {
      throw new CommandRefused(
        'not-found',
        `Thông tin chính thức ${recordId} không có hoặc đã thu hồi: hãy chọn nguồn khác.`,
      );
    }
  }
  if (attachmentId !== undefined) {
    const file = await findAttachment(scope.db, attachmentId);
    if (file?.caseId !== scope.row.id) {
      throw new CommandRefused('not-found', `Tệp ${attachmentId} không thuộc hồ sơ này: hãy đính kèm tệp trước.`);
    }
  }
}

async function replace(scope: Scope, id: string, by: string): Promise<void> {
  if (await supersedeDossierItem(scope.db, { caseId: scope.row.id, id, by })) return;
  throw new CommandRefused('conflict', 'Mục cần thay đã được người khác thay: hãy tải lại hồ sơ rồi sửa tiếp.', {
    currentVersion: scope.row.version,
  });
}

const finishSchema = z.object(caseInput);
export type FinishDossierInput = z.input<typeof finishSchema>;

/**
 * Hands the dossier over as complete: every section but the precedents is filled.
 *
 * @throws CommandRefused
 */
export async function finishDossier(context: Context, actor: Actor, input: FinishDossierInput): Promise<CaseResult> {
  const wanted = parseInput(finishSchema, input);
  const spec = { right: 'case.build-dossier', concern: 'dossier', from: BUILDING } as const;
  return onCase(context, actor, wanted, spec, async (scope) => {
    const missing = (await readChecklist(scope.db, scope.row.id)).filter(
      (section) => section.required && !section.filled,
    );
    if (missing.length > 0) {
      const names = missing.map(({ section }) => SECTION_NAMES[section]).join(', ');
      throw new CommandRefused('check-failed', `Hồ sơ chứng cứ còn thiếu: ${names}. Hãy bổ sung rồi hoàn thành.`);
    }
    const tasks = await listAssignments(scope.db, scope.row.id);
    const task = tasks.find(({ task, state }) => task === 'dossier' && (state === 'open' || state === 'accepted'));
    if (task !== undefined) {
      await changeAssignment(scope.db, { id: task.id, state: 'done', at: scope.at, by: scope.author.id });
      await stopClock(scope, 'accept', task.id);
      await stopClock(scope, 'dossier', task.id);
    }
    const result = await record(scope, { command: 'finish-dossier', evidence: { assignment: task?.id ?? null } });
    await tell(scope, result.seq, {
      kind: 'dossier-finished',
      roles: ['officer', 'leader', 'analyst'],
      agencies: scope.row.leadAgency === null ? [] : [scope.row.leadAgency],
      ...caseNotices.dossierFinished(scope.row.number, scope.row.title),
    });
    return result;
  });
}

export interface ChecklistSection {
  readonly section: DossierSection;
  readonly required: boolean;
  readonly filled: boolean;
  readonly items: readonly DossierItemRow[];
}

/** The dossier as a checklist, section by section. */
export async function readChecklist(db: Queryable, caseId: string): Promise<readonly ChecklistSection[]> {
  const items = await listDossierItems(db, caseId);
  return DOSSIER_SECTIONS.map((section) => {
    const own = items.filter((item) => item.section === section);
    return { section, required: REQUIRED.includes(section), filled: own.length > 0, items: own };
  });
}
