import { createHash } from 'node:crypto';
import { type Pool, saveAgencies, saveProfile } from '@lamro/database';
import { loadProfiles } from '@lamro/profiles';

/** Puts every profile that comes with the software, and its agencies, into the ledger. */
export async function storeProfiles(pool: Pool): Promise<void> {
  for (const profile of loadProfiles()) {
    const content = { ...profile, agencies: Object.fromEntries(profile.agencies) };
    const contentHash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
    await saveProfile(pool, { id: profile.id, name: profile.name, content, contentHash });
    const agencies = [...profile.agencies.values()].map((agency) => ({
      id: agency.id,
      name: agency.name,
      inForce: agency.to === null,
    }));
    await saveAgencies(pool, profile.id, agencies);
  }
}
