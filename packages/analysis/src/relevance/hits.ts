import { createAutomaton } from '../text/automaton.ts';
import { type FoldedText, hasDiacritics, toneForm } from '../text/fold.ts';
import { isSpaced, isWordCharacter, scriptOf } from '../text/script.ts';
import { isCaseless, type Name } from './names.ts';

/** One place in the text that is spelled like a name: which names it may be, and where. */
export interface NameHit {
  /** Offsets into the folded text. */
  readonly foldedStart: number;
  readonly foldedEnd: number;
  /** UTF-16 offsets into the source. */
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly names: readonly Name[];
}

/** What is known of a text before its names are looked for. */
export interface Reading {
  readonly folded: FoldedText;
  /** ISO 639-1, as the item says or its script shows. */
  readonly language: string;
  /** Whether the text itself is Vietnamese, with or without diacritics. */
  readonly vietnamese: boolean;
  /** Whether the text has no capital letter at all, so that capitals say nothing. */
  readonly lowerCase: boolean;
}

/** Builds the search for all spellings; what it returns are the longest hits, none of them inside another. */
export function createNameFinder(names: readonly Name[]): (reading: Reading) => NameHit[] {
  const byFolded = new Map<string, Name[]>();
  for (const name of names) byFolded.set(name.folded, [...(byFolded.get(name.folded) ?? []), name]);
  const patterns = [...byFolded.keys()];
  const find = createAutomaton(patterns);
  return (reading) => {
    const hits: NameHit[] = [];
    for (const { pattern, start, end } of find(reading.folded.text)) {
      const candidates = byFolded.get(patterns[pattern] ?? '') ?? [];
      const hit = readHit(reading, start, end, candidates);
      if (hit !== null) hits.push(hit);
    }
    return keepLongest(hits);
  };
}

function readHit(
  reading: Reading,
  foldedStart: number,
  foldedEnd: number,
  candidates: readonly Name[],
): NameHit | null {
  const { folded } = reading;
  const start = folded.starts[foldedStart] ?? 0;
  const end = folded.ends[foldedEnd - 1] ?? start;
  const written = folded.source.slice(start, end);
  const names = candidates.filter(
    (name) => standsAlone(folded.text, foldedStart, foldedEnd, name) && spelledLike(written, name, reading),
  );
  if (names.length === 0) return null;
  return { foldedStart, foldedEnd, start, end, written, names };
}

/** Case endings that Russian puts after a name; a longer tail is another word. */
const RUSSIAN_ENDING = /^(?:а|у|е|ом|ы|и|я|ю|ем|ой|ью|ск\p{L}{2,3}|ц\p{L}{1,3})?(?!\p{L})/u;

/** The same for a name whose last letter changes: "Чавинь" without it is a temple in Peru, "в Чавине" is not. */
const RUSSIAN_CHANGED_ENDING = /^(?:я|ю|ем|е|и|ы|ой|ей|ью)(?!\p{L})/u;

function standsAlone(text: string, start: number, end: number, name: Name): boolean {
  const script = scriptOf(name.folded.charAt(0));
  const before = start > 0 ? text.charAt(start - 1) : ' ';
  if (name.derived && script === 'kana') return !isKana(before) && !isKana(text.charAt(end));
  if (!isSpaced(script)) return true;
  if (isWordCharacter(before) && scriptOf(before) === script) return false;
  if (script === 'hangul') return true;
  if (script === 'cyrillic')
    return (name.declines ? RUSSIAN_CHANGED_ENDING : RUSSIAN_ENDING).test(text.slice(end, end + 8));
  const after = end < text.length ? text.charAt(end) : ' ';
  return !isWordCharacter(after) || !isSpaced(scriptOf(after));
}

function isKana(character: string): boolean {
  return character === 'ー' || (scriptOf(character) === 'kana' && character >= '\u30a0');
}

function spelledLike(written: string, name: Name, reading: Reading): boolean {
  if (isCaseless(name.written)) return true;
  if (name.small && written.charAt(0) !== written.charAt(0).toLowerCase()) return false;
  if (!reading.lowerCase && !capitalsMatch(written, name.written)) return false;
  if (!hasDiacritics(written)) return true;
  if (name.form !== null) return toneForm(written) === name.form || (!reading.vietnamese && looseFrench(written));
  return !reading.vietnamese || written.normalize('NFC').toLowerCase() === name.written.normalize('NFC').toLowerCase();
}

/** French and German keep some of the marks ("Lâm Dong", "Haïphong"); a Vietnamese tone mark is never half kept. */
function looseFrench(written: string): boolean {
  return /^[\p{ASCII}àâäçéèêëîïôöùûüđ]+$/iu.test(written.normalize('NFC'));
}

/** What kind of place it is may be written small: "Bao Loc pass", "Xuan Huong lake". */
const GENERIC =
  /^(?:pass|lake|falls|waterfall|river|canal|bridge|ferry|islet|island|archipelago|peninsula|bay|beach|cave|mountain|forest|port|airport|pagoda|temple|market|village|hospital|university|zone|park|plant|mine|wind|farm|reactor|geopark)$/i;

/**
 * Every word that the declared name writes with a capital has one in the text, but for the word of its kind after it; of a
 * name of four words and more its first and its last two ("Trung tâm điện lực Duyên Hải").
 */
function capitalsMatch(written: string, declared: string): boolean {
  const words = written.split(/[\s\u00a0\-\u2010-\u2015]+/);
  const wanted = declared.split(/[\s-]+/);
  return wanted.every((word, at) => {
    const first = word.charAt(0);
    if (first === first.toLowerCase() || (wanted.length > 3 && at > 0 && at < wanted.length - 2)) return true;
    const found = words[at]?.charAt(0) ?? '';
    return found !== found.toLowerCase() || (at > 0 && GENERIC.test(word));
  });
}

function keepLongest(hits: readonly NameHit[]): NameHit[] {
  const ordered = [...hits].sort((a, b) => a.foldedStart - b.foldedStart || b.foldedEnd - a.foldedEnd);
  const kept: NameHit[] = [];
  for (const hit of ordered) {
    const last = kept.at(-1);
    if (last === undefined || hit.foldedStart >= last.foldedEnd) kept.push(hit);
    else if (hit.foldedEnd - hit.foldedStart > last.foldedEnd - last.foldedStart) kept[kept.length - 1] = hit;
  }
  return kept;
}
