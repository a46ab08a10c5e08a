import { termOf } from '@lamro/wording';
import type { View } from '../desk/view.ts';
import { badge, type Html, type Tone } from './parts.ts';

const FLAG_TONES: Readonly<Record<string, Tone>> = {
  open: 'warn',
  'needs-evidence': 'info',
  confirmed: 'danger',
  dismissed: 'neutral',
  withdrawn: 'neutral',
};
const CASE_TONES: Readonly<Record<string, Tone>> = {
  drafted: 'info',
  'awaiting-assignment': 'warn',
  returned: 'warn',
  submitted: 'warn',
  'sent-back': 'warn',
  approved: 'info',
  released: 'ok',
  monitoring: 'ok',
  closed: 'neutral',
  retracted: 'danger',
};
const OUTCOME_TONES: Readonly<Record<string, Tone>> = {
  corrected: 'ok',
  'reply-published': 'ok',
  removed: 'ok',
  'silently-edited': 'warn',
  refused: 'danger',
  repeated: 'danger',
};

export function flagBadge(view: View, state: string): Html {
  return badge(termOf(view.words.terms.flagStates, state), FLAG_TONES[state] ?? 'neutral');
}

export function caseBadge(view: View, state: string): Html {
  return badge(termOf(view.words.terms.caseStates, state), CASE_TONES[state] ?? 'info');
}

export function outcomeBadge(view: View, outcome: string): Html {
  return badge(termOf(view.words.terms.outcomes, outcome), OUTCOME_TONES[outcome] ?? 'neutral');
}

/** When something is due: red once it is past. */
export function isPast(view: View, dueAt: Date | null): boolean {
  return dueAt !== null && dueAt.getTime() < view.now.getTime();
}
