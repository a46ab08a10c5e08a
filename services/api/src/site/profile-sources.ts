import { inTransaction, type Pool, saveOutlet, saveSource } from '@lamro/database';
import type { Profile } from '@lamro/profiles';

/** Registers the sources of a profile for live use. What an operator switched off or changed since stays as it is. */
export async function registerProfileSources(pool: Pool, profile: Profile): Promise<void> {
  await inTransaction(pool, async (client) => {
    for (const source of profile.sources) {
      const outletId = await saveOutlet(client, {
        profile: profile.id,
        name: source.outlet,
        country: source.country,
        language: source.language,
        homeUrl: URL.parse('/', source.url)?.href ?? null,
        official: source.kind === 'portal',
      });
      await saveSource(client, { ...source, profile: profile.id, outletId });
    }
  });
}
