import type { Profile } from '../profile/profile.ts';

/** The body that issues documents, as its letterhead and signature block name it. */
export type Office = Profile['office'];

/** The letterhead on a local day (`YYYY-MM-DD`): of the province, or of the one that took it in. */
export function officeOn(profile: Profile, day: string): Office {
  const { succession } = profile;
  return succession !== null && day >= succession.from ? succession.office : profile.office;
}
