import type { Actor } from '@lamro/access';
import { ensureOutlet, findSourceByUrl, inTransaction, saveSource } from '@lamro/database';
import { languageSchema, sourceKindSchema } from '@lamro/domain';
import { z } from 'zod';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Context } from '../scope/context.ts';
import { checkRight, note } from '../trail/trail.ts';
import { countryCode, outletName, webAddress } from './scope.ts';

/** What an operator may set for one source beyond its address. */
export const sourceSettings = z.strictObject({
  selectors: z
    .strictObject({
      item: z.string().min(1).max(500),
      link: z.string().min(1).max(500).optional(),
      title: z.string().min(1).max(500).optional(),
      date: z.string().min(1).max(500).optional(),
    })
    .optional(),
  recordsUrl: webAddress.optional(),
  statisticsUrl: webAddress.optional(),
  statements: z.boolean().optional(),
  /** Seconds between two requests to the host; robots.txt may only lengthen it. */
  hostDelaySeconds: z.number().min(1).max(3_600).optional(),
  rules: z.array(z.record(z.string(), z.unknown())).max(20).optional(),
});

const schema = z.object({
  outlet: outletName,
  url: webAddress,
  kind: sourceKindSchema.exclude(['intake']),
  language: languageSchema.default('vi'),
  country: countryCode.default('VN'),
  priority: z.number().int().min(1).max(9).default(5),
  enabled: z.boolean().default(true),
  /** Somebody tried it and saw that it gives what it should. */
  verified: z.boolean().default(false),
  settings: sourceSettings.default({}),
});
export type AddSourceInput = z.input<typeof schema>;

/**
 * Registers a source; it is checked at once.
 *
 * @throws CommandRefused `conflict` when the province watches this address already
 */
export async function addSource(
  context: Context,
  actor: Actor,
  input: AddSourceInput,
): Promise<{ readonly sourceId: string }> {
  const source = parseInput(schema, input);
  checkRight(actor, 'source.change');
  const { profile } = actor;
  return inTransaction(context.pool, async (db) => {
    if ((await findSourceByUrl(db, profile, source.url)) !== null)
      throw new CommandRefused('conflict', 'Địa chỉ này đã có trong danh sách nguồn tin: hãy sửa nguồn sẵn có.');
    const outletId = await ensureOutlet(db, {
      profile,
      name: source.outlet,
      country: source.country,
      language: source.language,
      homeUrl: new URL('/', source.url).href,
      official: source.kind === 'portal',
    });
    const sourceId = await saveSource(db, { ...source, profile, outletId });
    await note(context, db, actor, { action: 'add-source', objectKind: 'source', objectId: sourceId });
    return { sourceId };
  });
}
