import type { Actor } from '@lamro/access';
import { ensureOutlet, findSourceByUrl, inTransaction, listSources, saveSource } from '@lamro/database';
import { countryOfOutlet, languageSchema } from '@lamro/domain';
import { z } from 'zod';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Context } from '../scope/context.ts';
import { checkRight, note } from '../trail/trail.ts';
import type { SourceRoom, Subscription } from './room.ts';
import { roomOf, webAddress } from './scope.ts';

const MOST_ENTRIES = 2_000;
const schema = z.object({
  opml: z.string().min(1).max(5_000_000),
  /** Whether the new sources are watched at once. */
  enabled: z.boolean().default(true),
});
export type ImportOpmlInput = z.input<typeof schema>;

export interface ImportOpmlResult {
  readonly added: readonly string[];
  /** Addresses that the province watches already; they are left as they are. */
  readonly known: number;
  /** Addresses that are none, one Vietnamese line each. */
  readonly refused: readonly string[];
}

/**
 * Registers the feeds of a subscription list; none of them counts as verified.
 *
 * @throws CommandRefused `invalid-input` when the text is no OPML
 */
export async function importOpml(context: Context, actor: Actor, input: ImportOpmlInput): Promise<ImportOpmlResult> {
  const { opml, enabled } = parseInput(schema, input);
  checkRight(actor, 'source.change');
  const entries = entriesOf(roomOf(context), opml);
  const { profile } = actor;
  return inTransaction(context.pool, async (db) => {
    const added: string[] = [];
    const refused = entries
      .slice(MOST_ENTRIES)
      .map((entry) => `${entry.title}: vượt quá ${MOST_ENTRIES} nguồn một tệp, hãy chia tệp`);
    let known = 0;
    for (const entry of entries.slice(0, MOST_ENTRIES)) {
      const url = webAddress.safeParse(entry.feedUrl);
      if (!url.success) {
        refused.push(`${entry.title}: ${url.error.issues[0]?.message ?? 'địa chỉ không hợp lệ'}`);
        continue;
      }
      if ((await findSourceByUrl(db, profile, url.data)) !== null) {
        known += 1;
        continue;
      }
      const language = languageSchema.catch('vi').parse(entry.language?.slice(0, 2).toLowerCase());
      const home = entry.siteUrl ?? new URL('/', url.data).href;
      const country = countryOfOutlet({ host: URL.parse(home)?.hostname ?? null, language });
      const name = entry.title.normalize('NFC').slice(0, 200);
      const outletId = await ensureOutlet(db, { profile, name, country, language, homeUrl: home, official: false });
      added.push(await saveSource(db, { profile, outletId, kind: 'feed', url: url.data, language, country, enabled }));
    }
    await note(context, db, actor, {
      action: 'import-sources',
      objectKind: 'source',
      objectId: null,
      detail: { added: added.length, known },
    });
    return { added, known, refused };
  });
}

function entriesOf(room: SourceRoom, opml: string): readonly Subscription[] {
  try {
    return room.readOpml(opml).entries;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandRefused('invalid-input', `Tệp không phải danh sách nguồn tin OPML: ${why}`);
  }
}

/**
 * The province's sources as OPML 2.0, by outlet, for other readers.
 *
 * @throws CommandRefused
 */
export async function exportOpml(
  context: Context,
  actor: Actor,
  _input: Record<never, never>,
): Promise<{ readonly opml: string }> {
  checkRight(actor, 'source.read');
  const sources = await listSources(context.pool, actor.profile);
  const entries = sources.map((source) => ({
    title: source.outlet,
    feedUrl: source.url,
    siteUrl: source.homeUrl,
    language: source.language,
    folders: [],
  }));
  return { opml: roomOf(context).writeOpml({ title: `Làm Rõ: ${actor.profile}`, entries }) };
}
