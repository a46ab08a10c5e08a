import type { Profile } from '@lamro/profiles';

/** What a province calls a deadline; the rule itself where its profile no longer has it. */
export function deadlineName(profiles: (id: string) => Profile): (profile: string, rule: string) => string {
  return (profile, rule) => profiles(profile).deadlines.find((candidate) => candidate.rule === rule)?.label ?? rule;
}
