import { describe, expect, it } from 'vitest';
import { readPropositions } from '../claims/proposition.ts';
import { compareStands, standsOf } from './states.ts';

function stand(language: string, text: string, facet: string) {
  const [sentence] = readPropositions(text, language, '2026-11-10');
  const found = sentence === undefined ? undefined : standsOf(sentence).get(facet);
  if (found === undefined) throw new Error(`nothing of ${facet} in "${text}"`);
  return found;
}

describe('where two sentences stand in a facet', () => {
  it('agree in one state, in whatever language', () => {
    const told = stand('en', 'The mountain road is closed to traffic', 'access');
    expect(compareStands(told, stand('en', 'The pass has been closed to traffic', 'access'))).toBe('agree');
  });

  it('clash in two states, and where one rules out what the other says', () => {
    const closed = stand('en', 'The mountain road is closed to traffic', 'access');
    const open = stand('en', 'The mountain road is open to traffic', 'access');
    const notClosed = stand('en', 'The mountain road is not closed to traffic', 'access');
    expect(compareStands(closed, open)).toBe('clash');
    expect(compareStands(closed, notClosed)).toBe('clash');
    expect(compareStands(open, notClosed)).toBe(null);
  });

  it('take the other state of two for one that is ruled out', () => {
    const lifted = stand('en', 'The storm warning was not lifted', 'alert');
    expect([...lifted.so]).toEqual(['alert.raised']);
  });
});
