import type { Actor } from '@lamro/access';
import { changeBriefing } from '@lamro/database';
import type { BriefingContent, BriefingEntry } from '@lamro/domain';
import { z } from 'zod';
import { parseInput } from '../refusal/parse-input.ts';
import type { Context } from '../scope/context.ts';
import { idSchema } from '../scope/on-case.ts';
import { transact } from '../scope/transact.ts';
import { type BriefingResult, checkBriefingRight, contentOf, lockDraft, logBriefing } from './scope.ts';
import { mapEntries } from './words.ts';

const words = z.string().trim().max(20_000, 'dài nhất 20.000 ký tự').normalize('NFC');

const editSchema = z.object({
  briefingId: idSchema,
  /** Version the person saw. */
  expectedVersion: z.number().int().positive().optional(),
  overview: words.optional(),
  correction: words.min(1, 'phải ghi nội dung đính chính').optional(),
  /** Proposals of the analyst, after those from the ledger that are kept. */
  proposals: z.array(words.max(4000)).max(100).optional(),
  /** Places in the list of proposals from the ledger that are left out. */
  proposalsLeftOut: z.array(z.number().int().nonnegative()).default([]),
  entries: z
    .array(
      z.object({
        articleId: idSchema,
        included: z.boolean().optional(),
        summary: words.optional(),
        comment: words.optional(),
        /** Place within its group, from 1. */
        position: z.number().int().min(1).max(10_000).optional(),
      }),
    )
    .max(10_000)
    .default([]),
  cases: z
    .array(z.object({ caseId: idSchema, included: z.boolean().optional(), comment: words.optional() }))
    .max(10_000)
    .default([]),
});
export type EditBriefingInput = z.input<typeof editSchema>;
type Edit = z.output<typeof editSchema>;

/**
 * Changes the words and the choice of a draft; facts are never typed in. Whatever the input does not name stays as it is.
 *
 * @throws CommandRefused
 * @example await casework.editBriefing(actor, { briefingId: '7', entries: [{ articleId: '31', summary: '…', position: 1 }] })
 */
export async function editBriefing(context: Context, actor: Actor, input: EditBriefingInput): Promise<BriefingResult> {
  const edit = parseInput(editSchema, input);
  checkBriefingRight(actor, 'briefing.edit');
  const result = await transact(context, async (db) => {
    const row = await lockDraft(db, actor, edit);
    const content = applyEdit(contentOf(row), edit);
    const version = await changeBriefing(db, { id: row.id, content, at: context.clock.now() });
    return { briefingId: row.id, label: row.label, edition: row.edition, version };
  });
  await logBriefing(context.pool, context, actor, 'edit-briefing', result);
  return result;
}

function applyEdit(content: BriefingContent, edit: Edit): BriefingContent {
  const byArticle = new Map(edit.entries.map((entry) => [entry.articleId, entry]));
  const byCase = new Map(edit.cases.map((row) => [row.caseId, row]));
  const edited = mapEntries(content, (entry) => editEntry(entry, byArticle.get(entry.articleId)));
  const order = (entries: readonly BriefingEntry[]) =>
    arrange(entries, (entry) => byArticle.get(entry.articleId)?.position);
  return {
    ...edited,
    overview: edit.overview ?? content.overview,
    correction: edit.correction ?? content.correction,
    domestic: edited.domestic.map((group) => ({ ...group, entries: order(group.entries) })),
    foreign: edited.foreign.map((group) => ({ ...group, entries: order(group.entries) })),
    criticism: order(edited.criticism),
    cases: content.cases.map((row) => {
      const change = byCase.get(row.caseId);
      return { ...row, comment: change?.comment ?? row.comment, included: change?.included ?? row.included };
    }),
    proposals: editProposals(content, edit),
  };
}

function editEntry(entry: BriefingEntry, change: Edit['entries'][number] | undefined): BriefingEntry {
  if (change === undefined) return entry;
  const rewritten = change.summary !== undefined && change.summary !== entry.summary.text;
  return {
    ...entry,
    included: change.included ?? entry.included,
    comment: change.comment ?? entry.comment,
    summary: rewritten ? { text: change.summary ?? '', language: 'vi', by: 'person' } : entry.summary,
  };
}

/** Puts entries at the positions asked for; the others keep their order around them. */
export function arrange<Entry>(entries: readonly Entry[], positionOf: (entry: Entry) => number | undefined): Entry[] {
  const placed = entries
    .map((entry, index) => ({ entry, position: positionOf(entry) ?? index + 1, index }))
    .sort((a, b) => a.position - b.position || Number(moved(b)) - Number(moved(a)) || a.index - b.index);
  return placed.map(({ entry }) => entry);

  function moved({ position, index }: { position: number; index: number }): boolean {
    return position !== index + 1;
  }
}

function editProposals(content: BriefingContent, edit: Edit): BriefingContent['proposals'] {
  const kept = content.proposals.filter((_, index) => !edit.proposalsLeftOut.includes(index));
  if (edit.proposals === undefined) return kept;
  const free = edit.proposals
    .filter((text) => text !== '')
    .map((subject) => ({ kind: 'free' as const, subject, detail: '' }));
  return [...kept.filter((proposal) => proposal.kind !== 'free'), ...free];
}
