import type { Actor } from '@lamro/access';
import { type BriefingFileRow, type BriefingRow, findBriefing, listBriefingFiles } from '@lamro/database';
import type { BriefingContent, BriefingDocument } from '@lamro/domain';
import { z } from 'zod';
import { parseInput } from '../refusal/parse-input.ts';
import type { Context } from '../scope/context.ts';
import { idSchema } from '../scope/on-case.ts';
import { documentOf } from './document.ts';
import { briefingNotFound, checkBriefingRight, contentOf } from './scope.ts';

const openSchema = z.object({ briefingId: idSchema });

export interface OpenedBriefing {
  readonly row: BriefingRow;
  readonly content: BriefingContent;
  readonly document: BriefingDocument;
  readonly files: readonly BriefingFileRow[];
}

/**
 * Reads a briefing, draft or issued.
 *
 * @throws CommandRefused `not-found` or `forbidden`
 */
export async function openBriefing(
  context: Context,
  actor: Actor,
  input: z.input<typeof openSchema>,
): Promise<OpenedBriefing> {
  const { briefingId } = parseInput(openSchema, input);
  checkBriefingRight(actor, 'briefing.read');
  const row = await findBriefing(context.pool, actor.profile, briefingId);
  if (row === null) throw briefingNotFound(briefingId);
  const files = await listBriefingFiles(context.pool, row.id);
  return { row, content: contentOf(row), document: documentOf(context, row), files };
}
