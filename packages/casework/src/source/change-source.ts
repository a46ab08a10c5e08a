import type { Actor } from '@lamro/access';
import { changeSource as changeRow, findSourceByUrl, inTransaction, lockRowVersion } from '@lamro/database';
import { languageSchema, sourceKindSchema } from '@lamro/domain';
import { z } from 'zod';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Context } from '../scope/context.ts';
import { idSchema, versionSchema } from '../scope/on-case.ts';
import { checkVersion } from '../scope/version.ts';
import { checkRight, note } from '../trail/trail.ts';
import { sourceSettings } from './add-source.ts';
import { countryCode, webAddress } from './scope.ts';

const schema = z.object({
  sourceId: idSchema,
  kind: sourceKindSchema.exclude(['intake']).optional(),
  url: webAddress.optional(),
  language: languageSchema.optional(),
  country: countryCode.optional(),
  priority: z.number().int().min(1).max(9).optional(),
  enabled: z.boolean().optional(),
  verified: z.boolean().optional(),
  settings: sourceSettings.optional(),
  expectedVersion: versionSchema.optional(),
});
export type ChangeSourceInput = z.input<typeof schema>;

export interface ChangeSourceResult {
  readonly sourceId: string;
  /** To be sent back as `expectedVersion` with the next change. */
  readonly version: number;
}

/**
 * Changes a source, switches it on or off; what is absent stays. Its alarm ends and it is checked at once.
 *
 * @throws CommandRefused `not-found`, or `conflict` when another source has the new address or this one changed since it was seen
 */
export async function changeSource(
  context: Context,
  actor: Actor,
  input: ChangeSourceInput,
): Promise<ChangeSourceResult> {
  const { sourceId, expectedVersion, ...change } = parseInput(schema, input);
  checkRight(actor, 'source.change');
  const { profile } = actor;
  return inTransaction(context.pool, async (db) => {
    const row = { id: sourceId, profile };
    checkVersion(await lockRowVersion(db, 'source', row), expectedVersion, 'Nguồn tin');
    const holder = change.url === undefined ? null : await findSourceByUrl(db, profile, change.url);
    if (holder !== null && holder !== sourceId)
      throw new CommandRefused('conflict', 'Một nguồn khác đã dùng địa chỉ này: hãy sửa nguồn đó.');
    if (!(await changeRow(db, row, change)))
      throw new CommandRefused('not-found', `Không có nguồn tin ${sourceId} trong danh sách: hãy tải lại trang.`);
    await note(context, db, actor, {
      action: 'change-source',
      objectKind: 'source',
      objectId: sourceId,
      detail: { changed: Object.keys(change).join(',') },
    });
    return { sourceId, version: (await lockRowVersion(db, 'source', row)) ?? 1 };
  });
}
