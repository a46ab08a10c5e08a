import type { Actor } from '@lamro/access';
import { findRecords, listResponses, listSpokespersons, type Queryable, type ResponseRow } from '@lamro/database';
import { z } from 'zod';
import type { Procedure } from '../procedure/procedure.ts';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Context } from '../scope/context.ts';
import { idSchema, readCase } from '../scope/on-case.ts';
import { ISLAND_NAMES } from './sovereignty.ts';

export interface DraftFinding {
  readonly kind: 'island-name' | 'place-name' | 'figure' | 'secrecy' | 'speaker';
  /** `stop`: must be changed. `confirm`: a person says that it is meant so. */
  readonly severity: 'stop' | 'confirm';
  readonly quote: string;
  /** What is wrong and what to write instead, in Vietnamese. */
  readonly why: string;
  readonly recordId: string | null;
}

const checkSchema = z.object({ caseId: idSchema, responseId: idSchema });
export type CheckDraftInput = z.input<typeof checkSchema>;

/**
 * What stands in the way of releasing a draft.
 *
 * @throws CommandRefused `not-found` or `forbidden`
 */
export async function checkDraft(
  context: Context,
  actor: Actor,
  input: CheckDraftInput,
): Promise<readonly DraftFinding[]> {
  const wanted = parseInput(checkSchema, input);
  const row = await readCase(context, actor, wanted.caseId, 'case.read-drafts');
  const response = (await listResponses(context.pool, row.id)).find(({ id }) => id === wanted.responseId);
  if (response === undefined) {
    throw new CommandRefused(
      'not-found',
      `Hồ sơ ${row.number} không có dự thảo ${wanted.responseId}: hãy tải lại trang.`,
    );
  }
  return findingsIn(context, context.pool, response);
}

/** Every finding of the release check in one version of an answer. */
export async function findingsIn(
  context: Context,
  db: Queryable,
  response: ResponseRow,
): Promise<readonly DraftFinding[]> {
  const text = `${response.title}\n${response.body}`;
  return [
    ...islandFindings(text),
    ...placeFindings(context.procedure(response.profile), response.language, text),
    ...secrecyFindings(context, text),
    ...(await figureFindings(context, db, response)),
    ...(await speakerFindings(db, response, text)),
  ];
}

/** Words between quotation marks are somebody else's: they may stand, once a person has confirmed it. */
function islandFindings(text: string): readonly DraftFinding[] {
  return ISLAND_NAMES.flatMap((rule) => {
    const found = rule.name.exec(text);
    if (found === null || rule.beside?.test(text) === true) return [];
    const severity = isQuoted(text, found.index) ? 'confirm' : 'stop';
    return [
      {
        kind: 'island-name',
        severity,
        quote: found[0],
        why: `Tên gọi về chủ quyền biển, đảo phải viết: ${rule.instead}.`,
        recordId: null,
      },
    ];
  });
}

function isQuoted(text: string, at: number): boolean {
  const before = text.slice(0, at);
  const open = Math.max(before.lastIndexOf('“'), before.lastIndexOf('«'), before.lastIndexOf('「'));
  const close = Math.max(before.lastIndexOf('”'), before.lastIndexOf('»'), before.lastIndexOf('」'));
  const straight = (before.match(/"/g) ?? []).length;
  return open > close || straight % 2 === 1;
}

function placeFindings(procedure: Procedure, language: string, text: string): readonly DraftFinding[] {
  if (language !== 'vi') return [];
  return procedure.placeNames.flatMap((name) => {
    const bare = toneless(name);
    if (bare === name || !hasWord(text, bare)) return [];
    return [
      {
        kind: 'place-name',
        severity: 'confirm',
        quote: bare,
        why: `Địa danh viết thiếu dấu, tên đúng là "${name}".`,
        recordId: null,
      },
    ];
  });
}

function secrecyFindings(context: Context, text: string): readonly DraftFinding[] {
  return context.findSecrecyMarks(text).map((mark) => ({
    kind: 'secrecy',
    severity: 'stop',
    quote: mark.quote,
    why: 'Dự thảo có dấu chỉ độ mật: không được phát hành, hãy xử lý theo quy định về bảo vệ bí mật nhà nước.',
    recordId: null,
  }));
}

async function figureFindings(
  context: Context,
  db: Queryable,
  response: ResponseRow,
): Promise<readonly DraftFinding[]> {
  if (context.compareDraft === null) return [];
  const records = await findRecords(db, response.profile);
  const { title, body, language, profile } = response;
  // A draft that refutes a figure quotes it, so that only a person can say whether the figure is ours.
  return context.compareDraft(profile, { title, body, language }, records).map((found) => ({
    kind: 'figure',
    severity: 'confirm',
    quote: found.quote,
    why: `Khác thông tin chính thức: ${found.why}.`,
    recordId: found.recordId,
  }));
}

const SPEAKER = /người phát ngôn|spokes(?:person|man|woman)/iu;

async function speakerFindings(db: Queryable, response: ResponseRow, text: string): Promise<readonly DraftFinding[]> {
  const found = SPEAKER.exec(text);
  if (found === null) return [];
  const speakers = (await listSpokespersons(db, response.profile)).filter((entry) => entry.endedAt === null);
  const named = speakers.some(({ name }) => hasWord(text, name) || hasWord(text, toneless(name)));
  if (named) return [];
  return [
    {
      kind: 'speaker',
      severity: 'stop',
      quote: found[0],
      why: 'Dự thảo nhắc người phát ngôn mà không nêu tên người có trong danh sách người phát ngôn: hãy nêu tên, hoặc ghi người đó vào danh sách.',
      recordId: null,
    },
  ];
}

function toneless(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}

function hasWord(text: string, word: string): boolean {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{M}])${escaped}(?![\\p{L}\\p{M}])`, 'u').test(text);
}
