import type { EntailmentScores, TextPair } from '@lamro/domain';
import type { ModelSpec } from '../manifest/manifest.ts';

/** What the thread is asked. Every question names its model: a fresh thread loads what it does not have yet. */
export type Question = { readonly spec: ModelSpec } & (
  | { readonly kind: 'load' }
  | { readonly kind: 'embed'; readonly texts: readonly string[] }
  | { readonly kind: 'judge'; readonly pairs: readonly TextPair[] }
  | { readonly kind: 'translate'; readonly texts: readonly string[]; readonly from: string; readonly to: string }
);

export type Answer =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'vectors'; readonly vectors: readonly Float32Array[] }
  | { readonly kind: 'scores'; readonly scores: readonly EntailmentScores[] }
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  | { readonly kind: 'failed'; readonly why: string };

export interface Asked {
  readonly number: number;
  readonly question: Question;
}

export interface Answered {
  readonly number: number;
  readonly answer: Answer;
}

/** Limits inside the thread, given to it at its start. */
export interface ThreadLimits {
  /** Processors that one inference may take. */
  readonly threads: number;
  /** Longer texts are cut off at so many tokens. */
  readonly tokens: number;
}
