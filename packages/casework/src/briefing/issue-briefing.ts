import type { Actor } from '@lamro/access';
import {
  type BriefingRow,
  insertBriefingFile,
  issueBriefing as markIssued,
  notifyAccounts,
  planBriefingLetters,
  type Queryable,
} from '@lamro/database';
import type { BriefingFormat } from '@lamro/domain';
import { clockNotices } from '@lamro/wording';
import { z } from 'zod';
import { currentRoot } from '../chain/seal-day.ts';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import type { BriefingPress, Context, FileRoom } from '../scope/context.ts';
import { idSchema } from '../scope/on-case.ts';
import { transact } from '../scope/transact.ts';
import { documentOf } from './document.ts';
import { type BriefingResult, checkBriefingRight, contentOf, lockDraft, logBriefing } from './scope.ts';

const issueSchema = z.object({
  briefingId: idSchema,
  expectedVersion: z.number().int().positive().optional(),
  /** Number in the office's register of outgoing documents; left open where the clerk writes it by hand. */
  number: z.number().int().min(1).max(99_999).nullable().default(null),
  signer: z.string().trim().min(1).max(200).normalize('NFC').nullable().default(null),
});
export type IssueBriefingInput = z.input<typeof issueSchema>;

export interface IssuedBriefing extends BriefingResult {
  readonly eventRoot: string;
  readonly files: readonly { readonly format: BriefingFormat; readonly sha256: string; readonly bytes: number }[];
}

/**
 * Freezes a draft: makes its files, stores them under their SHA-256 and prints the root over all case heads into them. What is
 * issued does not change; a correction is a new edition.
 *
 * @throws CommandRefused
 */
export async function issueBriefing(
  context: Context,
  actor: Actor,
  input: IssueBriefingInput,
): Promise<IssuedBriefing> {
  const wanted = parseInput(issueSchema, input);
  checkBriefingRight(actor, 'briefing.issue');
  const result = await transact(context, async (db) => {
    const draft = await lockDraft(db, actor, wanted);
    if (draft.edition > 1 && contentOf(draft).correction === null) {
      throw new CommandRefused(
        'invalid-input',
        `Bản tin ${draft.label} lần ${draft.edition} chưa ghi nội dung đính chính so với lần trước: hãy ghi rồi phát hành.`,
      );
    }
    const press = pressOf(context);
    const at = context.clock.now();
    const { root } = await currentRoot(db, actor.profile, at);
    const { number, signer } = wanted;
    const version = await markIssued(db, { id: draft.id, by: actor.id, at, eventRoot: root, number, signer });
    const issued: BriefingRow = { ...draft, issuedAt: at, eventRoot: root, number, signer };
    const files = await storeFiles(db, context, press, issued);
    await sendOut(db, actor, issued, { mailHost: mailHostOf(press.deskUrl), at });
    return { briefingId: draft.id, label: draft.label, edition: draft.edition, version, eventRoot: root, files };
  });
  await logBriefing(context.pool, context, actor, 'issue-briefing', result);
  return result;
}

/** Letters to the institutions on the list, and a notice on the desk and to webhooks. */
async function sendOut(
  db: Queryable,
  actor: Actor,
  row: BriefingRow,
  letter: { mailHost: string; at: Date },
): Promise<void> {
  const { id, profile, label, edition } = row;
  await planBriefingLetters(db, { profile, briefingId: id, ...letter });
  await notifyAccounts(db, {
    profile,
    roles: ['analyst', 'officer', 'leader', 'coordinator'],
    agencies: [],
    except: actor.id,
    kind: 'briefing-issued',
    ...clockNotices.briefingIssued(label, edition),
    link: `/briefings/${id}`,
    dedupeKey: `briefing:${id}:issued`,
  });
}

/** Host of the Message-IDs of letters: the desk's, where it has a name or an address that may stand there. */
function mailHostOf(deskUrl: string | undefined): string {
  const host = deskUrl === undefined ? '' : new URL(deskUrl).hostname;
  return /^[A-Za-z0-9.-]+$/.test(host) ? host : 'lam-ro.local';
}

async function storeFiles(
  db: Queryable,
  context: Context,
  press: Press,
  row: BriefingRow,
): Promise<IssuedBriefing['files']> {
  const files: IssuedBriefing['files'][number][] = [];
  const document = documentOf(context, row);
  for (const format of press.formats) {
    const made = await press.render(document, format);
    const sha256 = await press.files.blobStore.put(made);
    const file = { format, sha256, bytes: made.byteLength };
    await insertBriefingFile(db, { ...file, briefingId: row.id, profile: row.profile });
    files.push(file);
  }
  return files;
}

interface Press extends BriefingPress {
  readonly files: FileRoom;
}

function pressOf(context: Context): Press {
  if (context.briefings !== null && context.files !== null) return { ...context.briefings, files: context.files };
  throw new CommandRefused(
    'file-refused',
    'Hệ thống chưa có phần lập tệp bản tin hoặc kho lưu tệp nên chưa phát hành được: hãy báo quản trị viên.',
  );
}
