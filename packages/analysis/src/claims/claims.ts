import type { Claim, PressItem } from '@lamro/domain';
import { notionOf } from '../lexicon/concepts.ts';
import { languageByScript } from '../text/script.ts';
import { hasCue, type Proposition, readPropositions } from './proposition.ts';

/**
 * Checkable claims of an article, with spans into `title + "\n" + text`. Kinds: `figure` (states a quantity), `allegation`
 * (a charge), `denial`, `event` (something done or changed), `attribution` (what somebody named said).
 */
export function findClaims(item: PressItem): Claim[] {
  const text = `${item.title}\n${item.text}`;
  const language = item.language?.slice(0, 2) ?? languageByScript(text);
  return claimsOf(readPropositions(text, language, item.publishedAt ?? null, item.title.length));
}

/** Claims among sentences already read. Opinions and questions are not checkable. */
export function claimsOf(sentences: readonly Proposition[]): Claim[] {
  return sentences.flatMap((sentence) => {
    const kind = kindOf(sentence);
    return kind === null ? [] : [{ quote: sentence.quote, start: sentence.start, end: sentence.end, kind }];
  });
}

function kindOf(sentence: Proposition): string | null {
  const counted = sentence.figures.filter(
    ({ dimension, worded }) => dimension !== null && dimension !== 'duration' && !worded,
  );
  if (/[?？]["”]?$/.test(sentence.quote)) return null;
  if (counted.length > 0) return 'figure';
  if (hasCue(sentence, 'opinion')) return null;
  if (hasCue(sentence, 'denial')) return 'denial';
  if (hasCue(sentence, 'allegation')) return 'allegation';
  const acts = sentence.notions.filter(({ id }) => ['act', 'polar'].includes(notionOf(id).role));
  const topics = sentence.notions.filter(({ id }) => notionOf(id).role === 'topic');
  if (acts.length > 0 && topics.length > 0) return 'event';
  if (hasCue(sentence, 'official-source') && topics.length > 0) return 'attribution';
  return null;
}
