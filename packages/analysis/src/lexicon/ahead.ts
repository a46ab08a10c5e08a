import { causeWordsIn } from './causes.ts';
import { findCues, findNotions } from './concepts.ts';
import { findFields } from './fields.ts';
import { findWords } from './glossary.ts';
import { marksIn } from './modality.ts';
import { findStates } from './states.ts';

/**
 * Makes the lexicons of a language ready, which otherwise the first article in it waits for: some tens of milliseconds each. It pauses
 * after each, so that whoever has something more urgent to do can do it.
 *
 * @example for (const _ of readLexicons('vi')) await setImmediate()
 */
export function* readLexicons(language: string): Generator<void, void> {
  for (const find of [findNotions, findCues, findWords, findStates, findFields]) {
    find('', language);
    yield;
  }
  const nothing = { quote: '', language };
  marksIn(nothing);
  causeWordsIn(nothing);
}
