import {
  CASE_STATES,
  CASE_TRANSITIONS,
  CHANNELS,
  FLAG_STATES,
  OUTLET_OUTCOMES,
  ROLES,
  SECTORS,
  SIGNAL_KINDS,
  SOURCE_KINDS,
  VERDICTS,
} from '@lamro/domain';
import { LOCALES, wordsIn } from '@lamro/wording';
import { describe, expect, it } from 'vitest';

describe.each(LOCALES)('the words in %s', (locale) => {
  const { terms, cases } = wordsIn(locale);

  it.each<[string, readonly string[], Readonly<Record<string, string>>]>([
    ['case state', CASE_STATES, terms.caseStates],
    ['case state that waits', CASE_STATES, cases.waitsForWhom],
    ['transition', Object.keys(CASE_TRANSITIONS), terms.commands],
    ['channel', CHANNELS, terms.channels],
    ['flag state', FLAG_STATES, terms.flagStates],
    ['outcome', OUTLET_OUTCOMES, terms.outcomes],
    ['role', ROLES, terms.roles],
    ['sector', SECTORS, terms.sectors],
    ['signal', SIGNAL_KINDS, terms.signalKinds],
    ['source kind', SOURCE_KINDS, terms.sourceKinds],
    ['verdict', VERDICTS, terms.verdicts],
  ])('name every %s', (_what, ids, names) => {
    expect(ids.filter((id) => names[id] === undefined)).toEqual([]);
  });
});
