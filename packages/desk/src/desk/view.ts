import type { Actor } from '@lamro/access';
import type { Profile } from '@lamro/profiles';
import type { Locale, Words } from '@lamro/wording';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What every page is drawn with: who looks, in which language, and the token that forms carry. */
export interface View {
  readonly locale: Locale;
  readonly words: Words;
  readonly theme: Theme;
  /** Path of the request, whatever its method: it tells which part of the desk is shown. */
  readonly path: string;
  /** Path and query of the request, to come back to. */
  readonly here: string;
  readonly token: string;
  readonly now: Date;
  readonly sampleAccountsFile: string | null;
}

/** A view behind sign-in. */
export interface SignedView extends View {
  readonly actor: Actor;
  readonly profile: Profile;
}

export interface DeskEnv {
  Variables: { view: View; signed: SignedView };
}

/** The name of an agency of the profile; its id where the profile does not know it (any more). */
export function agencyName(profile: Profile, id: string | null): string {
  return id === null ? '' : (profile.agencies.get(id)?.name ?? id);
}
