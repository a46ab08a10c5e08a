import type { Actor } from '@lamro/access';
import { insertAuditEntry } from '@lamro/database';
import { z } from 'zod';
import { parseInput } from '../refusal/parse-input.ts';
import type { Context } from '../scope/context.ts';
import { idSchema, readCase } from '../scope/on-case.ts';
import { mayReadDrafts } from './may-read-drafts.ts';

const openingSchema = z.object({ caseId: idSchema });

/**
 * Writes down that somebody opened a case whose drafts, dossier and files they see. Whoever shows a case calls it;
 * who sees only what was released leaves no line.
 *
 * @throws CommandRefused `not-found` or `forbidden`
 */
export async function noteOpening(context: Context, actor: Actor, input: z.input<typeof openingSchema>): Promise<void> {
  const { caseId } = parseInput(openingSchema, input);
  const row = await readCase(context, actor, caseId, 'case.read');
  if (!mayReadDrafts(actor, row)) return;
  await insertAuditEntry(context.pool, {
    profile: actor.profile,
    actorId: actor.id,
    actorRole: actor.role,
    action: 'open-case',
    objectKind: 'case',
    objectId: row.id,
    detail: {},
    at: context.clock.now(),
  });
}
