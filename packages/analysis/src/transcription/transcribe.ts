import { cyrillicOf } from './cyrillic.ts';
import { hanOf } from './han.ts';
import { joinKana, kanaOf } from './kana.ts';
import { combine, readSyllable } from './syllable.ts';

/** Spellings of one name in the scripts that transcribe it, by ISO 639-1. */
type Transcription = Readonly<Record<'ja' | 'ru' | 'zh', readonly string[]>>;

const NONE: Transcription = { ja: [], ru: [], zh: [] };

/**
 * How Japanese, Russian and Chinese texts spell a Vietnamese place name of two syllables or more, by rule. A number
 * at its end stays ("Đam Rông 2"). A script is empty where a syllable is none of Vietnamese or no character is known for it.
 *
 * @example transcribe('An Dương').ja // ['アンズオン']
 */
export function transcribe(name: string): Transcription {
  const words = name.normalize('NFC').split(/[\s-]+/);
  const digits = /^\d+$/.test(words.at(-1) ?? '') ? (words.pop() ?? '') : '';
  if (words.length < 2 || words.length > 4) return NONE;
  const syllables = words.map(readSyllable).filter((syllable) => syllable !== null);
  const sounds = syllables.length === words.length ? syllables : [];
  const numbered = (spellings: readonly string[], between: string): string[] =>
    spellings.map((spelling) => (digits === '' ? spelling : spelling + between + digits));
  return {
    ja: numbered(joinKana(all(sounds, kanaOf)), ''),
    ru: numbered(inRussian(all(sounds, cyrillicOf)), ' '),
    zh: numbered(combine(all(words, hanOf)), ''),
  };
}

/** One list of spellings a part; nothing when a part has none. */
function all<T>(parts: readonly T[], spell: (part: T) => readonly string[]): (readonly string[])[] {
  const lists = parts.map(spell);
  return lists.length === 0 || lists.some((list) => list.length === 0) ? [[]] : lists;
}

/** Written together as one word, or apart with a capital each. */
function inRussian(lists: readonly (readonly string[])[]): string[] {
  const apart = combine(
    lists.map((list) => list.map((part) => ` ${capital(part)}`)),
    4,
  ).map((name) => name.trim());
  return [...combine(lists).map(capital), ...apart];
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
