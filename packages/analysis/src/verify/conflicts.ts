import { z } from 'zod';
import antonymsFile from '../../data/lexicon/antonyms.json' with { type: 'json' };
import { toneForm } from '../text/fold.ts';
import type { Alignment, Gap } from './alignment.ts';
import type { Token } from './tokens.ts';

const ANTONYMS = createAntonyms(z.array(z.tuple([z.string(), z.string()])).parse(antonymsFile));

function createAntonyms(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const map = new Map<string, Set<string>>();
  for (const [a, b] of pairs) {
    const left = toneForm(a);
    const right = toneForm(b);
    map.set(left, (map.get(left) ?? new Set()).add(right));
    map.set(right, (map.get(right) ?? new Set()).add(left));
  }
  return map;
}

/** Words of a list in the form in which tokens are compared. */
export const words = (list: string): ReadonlySet<string> => new Set(list.split(' ').map(toneForm));
export const NEGATIONS = words('không chưa chẳng chả đừng not no never without');

/** A place in which claim and passage disagree. */
export interface Conflict {
  readonly kind: 'number' | 'antonym' | 'negation' | 'name' | 'word';
  readonly gap: Gap;
}

/** What claim and passage put into one place: two numbers, two names, opposites, a negation on one side only. */
export function findConflicts(claim: readonly Token[], passage: readonly Token[], alignment: Alignment): Conflict[] {
  return alignment.gaps.flatMap((gap) => {
    const kind = kindOf(claim.slice(gap.claimFrom, gap.claimTo), passage.slice(gap.passageFrom, gap.passageTo));
    return kind === null ? [] : [{ kind, gap }];
  });
}

function kindOf(mine: readonly Token[], theirs: readonly Token[]): Conflict['kind'] | null {
  const negated = (tokens: readonly Token[]): boolean => tokens.some(({ form }) => NEGATIONS.has(form));
  if (mine.some(({ number }) => number !== null) && theirs.some(({ number }) => number !== null)) return 'number';
  if (opposes(mine, theirs)) return 'antonym';
  if (negated(mine) !== negated(theirs)) return 'negation';
  if (mine.length === 0 || theirs.length === 0) return null;
  if (mine.some(({ name }) => name) && theirs.some(({ name }) => name)) return 'name';
  const contentful = mine.some(({ stop }) => !stop) && theirs.some(({ stop }) => !stop);
  return contentful && mine.length <= 3 && theirs.length <= 3 ? 'word' : null;
}

export function opposes(mine: readonly Token[], theirs: readonly Token[]): boolean {
  const text = ` ${theirs.map(({ form }) => form).join(' ')} `;
  return mine.some((token, at) =>
    [token.form, `${token.form} ${mine[at + 1]?.form ?? ''}`].some((phrase) =>
      [...(ANTONYMS.get(phrase) ?? [])].some((opposite) => text.includes(` ${opposite} `)),
    ),
  );
}

export function hasNegation(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).some(({ form }) => NEGATIONS.has(form));
}

export function antonymsAnywhere(
  claim: readonly Token[],
  passage: readonly Token[],
  known: ReadonlySet<string>,
  mine: ReadonlySet<string>,
): number {
  const phrases = (tokens: readonly Token[]): Set<string> =>
    new Set(tokens.flatMap((token, at) => [token.form, `${token.form} ${tokens[at + 1]?.form ?? ''}`]));
  const theirs = phrases(passage);
  const own = phrases(claim);
  return [...own].filter((phrase) => {
    const opposites = ANTONYMS.get(phrase);
    if (opposites === undefined || (phrase.includes(' ') ? theirs.has(phrase) : known.has(phrase))) return false;
    return [...opposites].some((opposite) => theirs.has(opposite) && !own.has(opposite) && !mine.has(opposite));
  }).length;
}
